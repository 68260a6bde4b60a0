package inventory.reporting.domain.files;

import inventory.model.table.FileItem;
import inventory.model.FileKind;
import inventory.model.FileStatus;
import inventory.reporting.domain.Page;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Where the records of the uploads are read (requirement R5). */
public interface FileRecords {

  /**
   * Which files of a day are asked for.
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
   * The files of a day, the newest first; it may lag the last changes by moments.
   *
   * @param filter which files
   * @param limit how many, at least 1
   * @param after only files after this position
   */
  Page<FileItem, PagePosition> ofDay(Filter filter, int limit, Optional<PagePosition> after);

  /**
   * How many files of a day have come how far; it may lag the last changes by moments. All of them
   * are read.
   *
   * @param day the day of the upload, in UTC
   */
  FileCounts count(LocalDate day);

  /** The record of an upload; empty if there is none of this id. */
  Optional<FileItem> find(String fileId);

  /**
   * The objects' keys of uploads.
   *
   * @param fileIds the uploads' ids
   * @return the keys by id; without those ids that no record has
   */
  Map<String, String> keysOf(Set<String> fileIds);
}
