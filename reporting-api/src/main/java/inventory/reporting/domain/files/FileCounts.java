package inventory.reporting.domain.files;

import inventory.model.FileStatus;
import java.util.Map;

/**
 * What became of the files of a day.
 *
 * @param byStatus how many files have come how far
 * @param rowsApplied rows, or thresholds, that took effect
 * @param rowsRejected rows, thresholds and events that did not
 */
public record FileCounts(Map<FileStatus, Long> byStatus, long rowsApplied, long rowsRejected) {

  /** The map is copied, so that counts never change. */
  public FileCounts {
    byStatus = Map.copyOf(byStatus);
  }

  /** How many files there are. */
  public long total() {
    return byStatus.values().stream().mapToLong(Long::longValue).sum();
  }
}
