package inventory.reporting.http.facts;

import com.fasterxml.jackson.annotation.JsonInclude;
import inventory.reporting.domain.facts.FactEntry;
import inventory.reporting.domain.facts.FactRequest;
import inventory.reporting.http.Texts;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * The answer to {@code POST /facts}. It follows from the request on record, so the answer to a
 * repeated request is the same.
 */
@Serdeable
record FactsBody(String id, Instant receivedAt, int accepted, int rejected, List<Entry> entries) {

  /** Whether an entry is accepted. */
  enum Status {
    ACCEPTED,
    REJECTED
  }

  /**
   * An entry, by its number from 1. {@code code} and {@code reason} say why it is rejected, {@code
   * field} which field is bad.
   */
  @Serdeable
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Entry(
      int index,
      Status status,
      @Nullable String code,
      @Nullable String field,
      @Nullable String reason) {

    private static Entry of(int index, FactEntry entry) {
      return entry instanceof FactEntry.Rejected rejected
          ? new Entry(
              index,
              Status.REJECTED,
              rejected.problem().code(),
              Texts.orNull(rejected.problem().field()),
              rejected.problem().reason())
          : new Entry(index, Status.ACCEPTED, null, null, null);
    }
  }

  static FactsBody of(FactRequest request, List<FactEntry> entries) {
    List<Entry> all = new ArrayList<>();
    entries.forEach(entry -> all.add(Entry.of(all.size() + 1, entry)));
    int rejected = (int) entries.stream().filter(FactEntry.Rejected.class::isInstance).count();
    return new FactsBody(request.id(), request.receivedAt(), all.size() - rejected, rejected, all);
  }
}
