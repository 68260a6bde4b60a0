package inventory.reporting.domain.files;

import inventory.model.FileStatus;
import java.util.Map;

/**
 * The files of a day in numbers.
 *
 * @param byStatus the number of files in each status
 * @param rowsApplied applied rows and thresholds
 * @param rowsRejected rejected rows, thresholds and events
 */
public record FileCounts(Map<FileStatus, Long> byStatus, long rowsApplied, long rowsRejected) {

  /** Copies the map. */
  public FileCounts {
    byStatus = Map.copyOf(byStatus);
  }

  /** The number of files. */
  public long total() {
    return byStatus.values().stream().mapToLong(Long::longValue).sum();
  }
}
