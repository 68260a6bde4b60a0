package inventory.reporting.http.runs;

import inventory.model.finding.AcceptedFindingItem;
import inventory.reporting.http.Column;
import inventory.reporting.http.Parameters;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;

/** A finding that a person has accepted. */
@Serdeable
record AcceptedFindingBody(
    RunBody.Finding finding,
    @Schema(description = "A run that stated the finding.") String runId,
    Instant acceptedAt,
    @Schema(description = "The subject of the access token. Null if the API has no login.")
        @Nullable
        String acceptedBy,
    String reason,
    @Schema(description = "When the finding counts again.") Instant until) {

  static final List<Column<AcceptedFindingBody>> COLUMNS =
      List.of(
          new Column<>("id", accepted -> accepted.finding().id()),
          new Column<>("check", accepted -> accepted.finding().check()),
          new Column<>("file", accepted -> accepted.finding().file()),
          new Column<>("line", accepted -> accepted.finding().line()),
          new Column<>("warehouse", accepted -> accepted.finding().warehouse()),
          new Column<>("itemId", accepted -> accepted.finding().itemId()),
          new Column<>("found", accepted -> accepted.finding().found()),
          new Column<>("expected", accepted -> accepted.finding().expected()),
          new Column<>("runId", AcceptedFindingBody::runId),
          new Column<>("acceptedAt", AcceptedFindingBody::acceptedAt),
          new Column<>("acceptedBy", AcceptedFindingBody::acceptedBy),
          new Column<>("reason", AcceptedFindingBody::reason),
          new Column<>("until", AcceptedFindingBody::until));

  static AcceptedFindingBody of(AcceptedFindingItem accepted) {
    return new AcceptedFindingBody(
        RunBody.finding(accepted.finding()),
        accepted.runId(),
        accepted.decision().at(),
        Parameters.given(accepted.decision().by()).orElse(null),
        accepted.decision().note(),
        accepted.until());
  }
}
