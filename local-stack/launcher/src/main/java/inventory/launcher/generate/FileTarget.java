package inventory.launcher.generate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import software.amazon.awssdk.services.s3.S3Client;

/** Stores generated files. */
@FunctionalInterface
public interface FileTarget {

  /**
   * Stores a copy of a file.
   *
   * @param key the key to store it under
   */
  void put(String key, Path file) throws IOException;

  /** Stores files in a folder, which need not exist. A key is a path in it. */
  static FileTarget folder(Path folder) {
    return (key, file) -> {
      Path path = folder.resolve(key).toAbsolutePath();
      Files.createDirectories(path.getParent());
      Files.copy(file, path, StandardCopyOption.REPLACE_EXISTING);
    };
  }

  /** Uploads files to a bucket. */
  static FileTarget bucket(S3Client s3, String bucket) {
    return (key, file) -> s3.putObject(r -> r.bucket(bucket).key(key), file);
  }
}
