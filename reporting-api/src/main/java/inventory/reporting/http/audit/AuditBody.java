package inventory.reporting.http.audit;

import inventory.model.audit.AuditAction;
import inventory.model.audit.AuditEntry;
import inventory.reporting.http.Column;
import inventory.reporting.http.Texts;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;

/** The answer to {@code GET /audit}. */
@Serdeable
record AuditBody(List<Entry> decisions, @Nullable String nextCursor) {

  /** A decision. */
  @Serdeable
  record Entry(
      Instant at,
      @Schema(
              description =
                  "The subject of the access token, or the name of the user who ran a command."
                      + " Null for a file, and if the API has no login.")
          @Nullable
          String by,
      AuditAction action,
      @Schema(description = "Why, in the person's words.") @Nullable String note,
      @Schema(description = "The warehouse that it is about. Null if it is about none, or all.")
          @Nullable
          String warehouse,
      @Schema(description = "The item that it is about. Null if it is about none, or all.")
          @Nullable
          String itemId,
      @Schema(
              description =
                  "What else it is about: the id of a file, a finding, a webhook endpoint or a"
                      + " delivery, the key of an upload, or the name of a queue.")
          @Nullable
          String target,
      @Schema(description = "What was decided, in words.") @Nullable String detail) {

    static final List<Column<Entry>> COLUMNS =
        List.of(
            new Column<>("at", Entry::at),
            new Column<>("by", Entry::by),
            new Column<>("action", Entry::action),
            new Column<>("note", Entry::note),
            new Column<>("warehouse", Entry::warehouse),
            new Column<>("itemId", Entry::itemId),
            new Column<>("target", Entry::target),
            new Column<>("detail", Entry::detail));

    static Entry of(AuditEntry entry) {
      return new Entry(
          entry.decision().at(),
          Texts.orNull(entry.decision().by()),
          entry.action(),
          Texts.orNull(entry.decision().note()),
          Texts.orNull(entry.warehouse()),
          Texts.orNull(entry.itemId()),
          Texts.orNull(entry.target()),
          Texts.orNull(entry.detail()));
    }
  }
}
