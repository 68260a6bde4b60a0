package inventory.reporting.http.facts;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;

/** Describes the body of {@code POST /facts}, which {@link FactReader} reads. */
@Serdeable
record FactsRequest(@Size(min = 1, max = FactReader.MAX_ENTRIES) List<Entry> entries) {

  /** A fact, with either a change or a count. */
  @Serdeable
  record Entry(
      @Schema(minLength = 1, maxLength = 512) String warehouse,
      @Schema(minLength = 1, maxLength = 512) String itemId,
      @Schema(
              description = "What the item is called. Default: the name that it has.",
              minLength = 1,
              maxLength = 512)
          @Nullable
          String itemName,
      @Schema(description = "When the fact held: ISO 8601 with an offset, from 1970 to 2199.")
          Instant time,
      @Schema(description = "Units in (positive) or out (negative).") @Nullable Long change,
      @Schema(description = "Units found.", minimum = "0") @Nullable Long count,
      @Schema(
              description =
                  "The client's own id for the fact. Facts of a client about an item in a warehouse"
                      + " with the same id count once, in whichever request. Default: each entry is"
                      + " a fact of its own.",
              pattern = FactReader.OWN_ID)
          @Nullable
          String id) {}
}
