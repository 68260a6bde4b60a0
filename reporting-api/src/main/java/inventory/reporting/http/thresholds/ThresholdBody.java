package inventory.reporting.http.thresholds;

import inventory.model.RestockRule;
import inventory.model.table.ThresholdItem;
import inventory.reporting.http.Column;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A threshold, or the statement that removed it. */
@Serdeable
record ThresholdBody(
    String itemId,
    @Schema(description = "The warehouse. Null if it is for all warehouses.") @Nullable
        String warehouse,
    @Schema(description = "Stock is low below this level, in units. Null if it was removed.")
        @Nullable
        Long restockIfBelow,
    @Schema(
            description =
                "The level that an order restores, in units. Null for the usual multiple of the"
                    + " threshold.")
        @Nullable
        Long orderUpTo,
    @Schema(description = "The units in a pack. Null if units are ordered singly.") @Nullable
        Long packSize,
    @Schema(description = "When the person decided, or when the file was uploaded.") Instant setAt,
    @Schema(description = "The subject of the person's access token. Null if a file set it.")
        @Nullable
        String setBy,
    @Nullable String note,
    @Schema(description = "The file that set it. Null if a person did.") @Nullable String fileId) {

  static final List<Column<ThresholdBody>> COLUMNS =
      List.of(
          new Column<>("itemId", ThresholdBody::itemId),
          new Column<>("warehouse", ThresholdBody::warehouse),
          new Column<>("restockIfBelow", ThresholdBody::restockIfBelow),
          new Column<>("orderUpTo", ThresholdBody::orderUpTo),
          new Column<>("packSize", ThresholdBody::packSize),
          new Column<>("setAt", ThresholdBody::setAt),
          new Column<>("setBy", ThresholdBody::setBy),
          new Column<>("note", ThresholdBody::note),
          new Column<>("fileId", ThresholdBody::fileId));

  static ThresholdBody of(ThresholdItem threshold) {
    Optional<RestockRule> rule = threshold.rule();
    return new ThresholdBody(
        threshold.scope().itemId(),
        threshold.scope().warehouse().orElse(null),
        rule.map(RestockRule::restockIfBelow).orElse(null),
        rule.flatMap(RestockRule::orderUpTo).orElse(null),
        rule.flatMap(RestockRule::packSize).orElse(null),
        threshold.version().at(),
        threshold.setBy().orElse(null),
        threshold.note().orElse(null),
        threshold.fileId().orElse(null));
  }
}
