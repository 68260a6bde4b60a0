package inventory.reporting.http.facts;

import com.fasterxml.jackson.annotation.JsonInclude;
import inventory.model.Position;
import inventory.reporting.domain.facts.FactEntry;
import inventory.reporting.domain.facts.FactOutcome;
import inventory.reporting.domain.facts.FactRequest;
import inventory.reporting.domain.facts.StatedFact;
import inventory.reporting.http.Texts;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The answer to {@code GET /facts/{id}}: what became of each entry of a request. */
@Serdeable
record FactOutcomesBody(
    String id,
    String client,
    String idempotencyKey,
    Instant receivedAt,
    @Schema(description = "When all facts were in the queue. Null: repeat the request.") @Nullable
        Instant sentAt,
    int pending,
    int applied,
    int duplicate,
    int rejected,
    List<Entry> entries) {

  /** What became of an entry. */
  enum Status {
    PENDING,
    APPLIED,
    DUPLICATE,
    REJECTED
  }

  /**
   * An entry, by its number from 1. {@code movement} is the one that has the fact; {@code code} and
   * {@code reason} say why it is rejected, {@code field} which field is bad.
   */
  @Serdeable
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Entry(
      int index,
      Status status,
      @Nullable Movement movement,
      @Nullable String code,
      @Nullable String field,
      @Nullable String reason) {

    private static Entry of(int index, FactOutcome outcome) {
      if (outcome instanceof FactOutcome.Applied applied) {
        String position = applied.fact().movement().position();
        return moved(index, Status.APPLIED, Movement.of(applied.fact(), position, applied.at()));
      }
      if (outcome instanceof FactOutcome.Duplicate same) {
        Movement movement = Movement.of(same.fact(), same.position(), same.at());
        return moved(index, Status.DUPLICATE, movement);
      }
      if (outcome instanceof FactOutcome.Rejected rejected) {
        FactEntry.Problem problem = rejected.problem();
        return new Entry(
            index,
            Status.REJECTED,
            null,
            problem.code(),
            Texts.orNull(problem.field()),
            problem.reason());
      }
      return new Entry(index, Status.PENDING, null, null, null, null);
    }

    private static Entry moved(int index, Status status, Movement movement) {
      return new Entry(index, status, movement, null, null, null);
    }
  }

  /**
   * A movement, as {@code GET /items/{itemId}/movements} lists it; {@code recordedAt} is when the
   * level first had it.
   */
  @Serdeable
  record Movement(
      String warehouse,
      String itemId,
      Instant time,
      String eventId,
      String sequenceNumber,
      @Nullable Instant recordedAt) {

    private static Movement of(StatedFact fact, String position, Optional<Instant> recordedAt) {
      return new Movement(
          fact.fact().key().warehouse(),
          fact.fact().key().itemId(),
          fact.fact().time(),
          fact.eventId(),
          Position.sequenceNumber(position),
          recordedAt.orElse(null));
    }
  }

  static FactOutcomesBody of(FactRequest request, List<FactOutcome> outcomes) {
    List<Entry> entries = new ArrayList<>();
    outcomes.forEach(outcome -> entries.add(Entry.of(entries.size() + 1, outcome)));
    return new FactOutcomesBody(
        request.id(),
        request.client(),
        request.key(),
        request.receivedAt(),
        request.sentAt().orElse(null),
        count(entries, Status.PENDING),
        count(entries, Status.APPLIED),
        count(entries, Status.DUPLICATE),
        count(entries, Status.REJECTED),
        entries);
  }

  private static int count(List<Entry> entries, Status status) {
    return (int) entries.stream().filter(entry -> entry.status() == status).count();
  }
}
