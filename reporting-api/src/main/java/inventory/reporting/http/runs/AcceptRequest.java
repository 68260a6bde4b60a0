package inventory.reporting.http.runs;

import inventory.reporting.http.Parameters;
import inventory.reporting.http.problems.BadParameterException;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Duration;
import java.time.Instant;

/** A decision to accept a finding. */
@Serdeable
record AcceptRequest(
    @Schema(description = "A run that states the finding.") @Nullable String runId,
    @Schema(description = "Why, in at most 200 characters.") @Nullable String reason,
    @Schema(
            description =
                "When the finding counts again, at most 366 days from now. Default: in 90 days.",
            format = "date-time")
        @Nullable
        String until) {

  private static final AcceptRequest EMPTY = new AcceptRequest(null, null, null);

  private static final Duration USUAL = Duration.ofDays(90);

  /** A request without a body lacks all fields. */
  static AcceptRequest of(@Nullable AcceptRequest body) {
    return body == null ? EMPTY : body;
  }

  String run() {
    return Parameters.given(runId)
        .orElseThrow(() -> new BadParameterException("runId", "", "the id of a validation run"));
  }

  String why() {
    String note = Parameters.note("reason", reason);
    if (note.isEmpty()) {
      throw new BadParameterException("reason", note, "given: why the finding may be ignored");
    }
    return note;
  }

  Instant until(Instant now) {
    return Parameters.given(until).isEmpty() ? now.plus(USUAL) : Parameters.until(until, now);
  }
}
