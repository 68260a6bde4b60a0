package inventory.launcher.generate;

import java.io.IOException;
import java.nio.file.Path;

/** Where generated files go. */
public interface FileTarget {

  /**
   * Puts a file there, and returns when it is kept.
   *
   * @param key the key under which it is to be found
   * @param file its content; the target keeps a copy
   */
  void put(String key, Path file) throws IOException;
}
