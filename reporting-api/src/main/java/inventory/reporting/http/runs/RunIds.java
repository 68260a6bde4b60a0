package inventory.reporting.http.runs;

import inventory.model.table.RunItem;
import inventory.reporting.domain.NoSuchRecordException;
import inventory.reporting.domain.runs.ValidationRuns;
import java.util.Optional;
import java.util.regex.Pattern;

/** Finds validation runs by the ids in paths. */
final class RunIds {

  /** A time and eight hexadecimal digits, as in {@code 20261121T030000Z-1a2b3c4d}. */
  static final Pattern ID = Pattern.compile("[0-9]{8}T[0-9]{6}Z-[0-9a-f]{8}");

  private RunIds() {}

  /**
   * The record of a run.
   *
   * @throws NoSuchRecordException if there is none; only a valid id is looked up
   */
  static RunItem require(ValidationRuns runs, String id) {
    return Optional.of(id)
        .filter(ID.asMatchPredicate())
        .flatMap(runs::find)
        .orElseThrow(() -> new NoSuchRecordException("validation run", id));
  }
}
