package inventory.validation.domain;

import inventory.model.csv.Row;
import inventory.model.inbox.Upload;
import java.util.Optional;

/**
 * A row in its file.
 *
 * @param file the file's record
 * @param row the row
 * @param previous the previous good row of the file, if there is one
 */
public record Transaction(FileRecord file, Row row, Optional<Row> previous) {

  /** A finding about this row. */
  public Finding finding(Check check, String found, String expected) {
    Upload upload = file.upload();
    return Finding.ofLine(
        check, upload.key(), upload.fileId(), row.line(), row.key(), found, expected);
  }
}
