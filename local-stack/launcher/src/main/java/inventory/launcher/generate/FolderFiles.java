package inventory.launcher.generate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Puts files in a folder, at the paths that their keys are. */
public final class FolderFiles implements FileTarget {

  private final Path folder;

  /** Puts them in this folder, which need not exist. */
  public FolderFiles(Path folder) {
    this.folder = folder;
  }

  @Override
  public void put(String key, Path file) throws IOException {
    Path path = folder.resolve(key);
    Files.createDirectories(path.toAbsolutePath().getParent());
    Files.copy(file, path, StandardCopyOption.REPLACE_EXISTING);
  }
}
