package inventory.validation.domain;

import inventory.model.csv.Row;
import java.util.Optional;

/**
 * A row of a file, in its place.
 *
 * @param file the file's record
 * @param row what it says
 * @param previous the good row before it in the file, if there is one
 */
public record Transaction(FileRecord file, Row row, Optional<Row> previous) {

  /** A finding about this row. */
  public Finding finding(Check check, String found, String expected) {
    return Finding.ofLine(check, file.upload().key(), row.line(), row.key(), found, expected);
  }
}
