package inventory.reporting.http.previews;

import inventory.model.FileKind;
import inventory.model.FileStatus;
import inventory.model.StockState;
import inventory.model.csv.Reject;
import inventory.model.recipients.RecipientRule;
import inventory.reporting.domain.previews.AlertPreview;
import inventory.reporting.domain.previews.StockPreview;
import inventory.reporting.domain.previews.StockPreview.LevelChange;
import inventory.reporting.http.Texts;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigInteger;
import java.util.List;

/** The answer to {@code POST /previews}. Each list has the first 1,000. */
@Serdeable
record PreviewBody(
    FileKind kind,
    FileStatus status,
    @Nullable String reason,
    long rowsApplied,
    long rowsRejected,
    @Schema(
            description =
                "Good rows that change no level: changes of 0, changes that a later count includes,"
                    + " and counts of what is known.")
        long rowsWithoutEffect,
    int levelsChanged,
    int levelsUnchanged,
    @Schema(description = "How many alerts people would be notified of.") int notifications,
    List<Row> rejects,
    List<Level> levels,
    List<Alert> alerts) {

  private static final int MAX_LISTED = 1_000;

  /** A bad row; {@code column} is null if it is the row as a whole. */
  @Serdeable
  record Row(int line, @Nullable String column, String reason) {

    private static Row of(Reject reject) {
      return new Row(reject.line(), Texts.orNull(reject.column()), reject.reason());
    }
  }

  /** A level that changes, in units. */
  @Serdeable
  record Level(
      String warehouse,
      String itemId,
      String itemName,
      @Schema(description = "Null if there is no level.") @Nullable BigInteger from,
      @Schema(description = "Null if rows that were not stored one by one decide it.") @Nullable
          BigInteger to,
      int rows) {

    private static Level of(LevelChange change) {
      return new Level(
          change.key().warehouse(),
          change.key().itemId(),
          change.itemName(),
          change.from().orElse(null),
          change.to().orElse(null),
          change.rows());
    }
  }

  /**
   * An alert of which people would be notified; {@code warehouse} is null for an alert on a total.
   */
  @Serdeable
  record Alert(
      @Nullable String warehouse,
      String itemId,
      StockState from,
      StockState to,
      BigInteger stockLevel,
      long restockIfBelow,
      @Schema(description = "The rules about it. Without one, purchasing is notified.")
          List<Recipients> recipients) {

    private static Alert of(AlertPreview preview) {
      return new Alert(
          preview.alert().warehouse().orElse(null),
          preview.alert().itemId(),
          preview.from(),
          preview.to(),
          preview.level(),
          preview.restockIfBelow(),
          preview.rules().stream().map(rule -> Recipients.of(rule, preview.to())).toList());
    }
  }

  /** Whom a rule names, and whether they would read it in a digest. */
  @Serdeable
  record Recipients(String rule, List<String> to, boolean inDigest) {

    private static Recipients of(RecipientRule rule, StockState state) {
      return new Recipients(rule.name(), rule.to(), rule.schedule().isInDigest(state));
    }
  }

  static PreviewBody of(StockPreview preview) {
    return new PreviewBody(
        preview.kind(),
        preview.status(),
        Texts.orNull(preview.reason()),
        preview.rowsApplied(),
        preview.rowsRejected(),
        preview.rowsWithoutEffect(),
        preview.levels().size(),
        preview.unchanged(),
        preview.alerts().size(),
        preview.rejects().stream().limit(MAX_LISTED).map(Row::of).toList(),
        preview.levels().stream().limit(MAX_LISTED).map(Level::of).toList(),
        preview.alerts().stream().limit(MAX_LISTED).map(Alert::of).toList());
  }
}
