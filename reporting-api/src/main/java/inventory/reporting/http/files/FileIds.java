package inventory.reporting.http.files;

import inventory.model.table.FileItem;
import inventory.reporting.domain.NoSuchRecordException;
import inventory.reporting.domain.files.FileRecords;
import java.util.Optional;
import java.util.regex.Pattern;

/** Finds files by the ids in paths. */
final class FileIds {

  /** See {@link inventory.model.FileId#of}. */
  static final Pattern ID = Pattern.compile("[0-9a-f]{32}");

  private FileIds() {}

  /**
   * The record of a file.
   *
   * @throws NoSuchRecordException if there is none; only a valid id is looked up
   */
  static FileItem require(FileRecords files, String id) {
    return Optional.of(id)
        .filter(ID.asMatchPredicate())
        .flatMap(files::find)
        .orElseThrow(() -> new NoSuchRecordException("file", id));
  }
}
