package inventory.validation.domain;

import inventory.model.movement.Movement;
import java.util.List;
import java.util.Optional;

/** What the table holds of files: their records, and the movements that they made. */
public interface FileRecords {

  /** A file's record; empty if there is none. */
  Optional<FileRecord> find(String fileId);

  /** The same movements beside those that the table has in their places. */
  List<FileFacts.Pair> beside(List<Movement> movements);
}
