package inventory.validation.domain;

import inventory.model.movement.Movement;
import java.util.List;
import java.util.Optional;

/** File records and the movements of files, as stored in the table. */
public interface FileRecords {

  /** A file's record; empty if there is none. */
  Optional<FileRecord> find(String fileId);

  /** Pairs each movement with its counterpart in the table. */
  List<FileFacts.Pair> pair(List<Movement> movements);
}
