package inventory.validation.findings;

import java.io.InputStream;
import java.nio.file.Path;
import java.util.Optional;

/** Stores findings as objects: in parts while a run is in progress, then as one list. */
public interface FindingsStore {

  /** Stores an object, replacing one with the same key. */
  void put(String key, Path content);

  /** Opens an object; empty if there is none. The reader closes it. */
  Optional<InputStream> open(String key);
}
