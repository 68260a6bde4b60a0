package inventory.model.message;

import io.micronaut.serde.annotation.Serdeable;

/**
 * Tells alert-service that a validation run ended, well or not. What it found stands in its record.
 *
 * @param runId the run's id
 * @param ending how often it has ended by now, 1 or more: a run that failed is gone on with
 */
@Serdeable
public record FinishedRun(String runId, int ending) {

  /** An id must be there, and an end. */
  public FinishedRun {
    if (runId == null || runId.isBlank()) {
      throw new IllegalArgumentException("The runId of a finished run is missing");
    }
    if (ending < 1) {
      throw new IllegalArgumentException("The ending of a finished run is " + ending);
    }
  }
}
