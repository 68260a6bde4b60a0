package inventory.model.message;

import io.micronaut.serde.annotation.Serdeable;

/**
 * Notifies alert-service that a validation run has ended. The run's record has the result.
 *
 * @param runId the run's id
 * @param ending how often the run has ended so far, 1 or more: a failed run is continued
 */
@Serdeable
public record FinishedRun(String runId, int ending) {

  /** The id is required, and at least one end. */
  public FinishedRun {
    if (runId == null || runId.isBlank()) {
      throw new IllegalArgumentException("The runId of a finished run is missing");
    }
    if (ending < 1) {
      throw new IllegalArgumentException("The ending of a finished run is " + ending);
    }
  }
}
