package inventory.reporting.domain.files;

import inventory.model.FileKind;
import inventory.model.FileStatus;
import inventory.model.table.FileItem;
import inventory.reporting.domain.Page;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads the records of files (requirement R5). */
public interface FileRecords {

  /**
   * Selects files of a day.
   *
   * @param day the day of the upload, in UTC
   * @param status only files with this status
   * @param kind only files of this kind
   */
  record Filter(LocalDate day, Optional<FileStatus> status, Optional<FileKind> kind) {}

  /**
   * The position of a file in the list of its day.
   *
   * @param receivedAt when it was uploaded
   * @param fileId its id
   */
  record PagePosition(Instant receivedAt, String fileId) {

    /** The position of a file. */
    public static PagePosition of(FileItem file) {
      return new PagePosition(file.receivedAt(), file.fileId());
    }
  }

  /**
   * The files of a day, newest first. Eventually consistent.
   *
   * @param limit the number of files, at least 1
   * @param after only files after this position
   */
  Page<FileItem, PagePosition> ofDay(Filter filter, int limit, Optional<PagePosition> after);

  /** The record of a file; empty if there is none with this id. */
  Optional<FileItem> find(String fileId);

  /**
   * The keys of the objects of files.
   *
   * @return the keys by id; ids without a record are left out
   */
  Map<String, String> keysOf(Set<String> fileIds);
}
