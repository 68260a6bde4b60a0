package inventory.emulator.s3;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;

/**
 * The configuration documents of the buckets that clients put and get: a folder for each bucket, a
 * file for each document. Its name is that of the request's parameter.
 */
final class BucketDocuments {

  /** Which events go to which queues. */
  static final String NOTIFICATION = "notification";

  /** The names of all documents. CORS rules have no effect: pages of this machine may do all. */
  static final List<String> ALL = List.of(NOTIFICATION, "cors");

  private final Path folder;

  /** Keeps the documents in this folder. */
  BucketDocuments(Path folder) {
    this.folder = folder;
  }

  Optional<String> get(String bucket, String document) {
    try {
      return Optional.of(Files.readString(file(bucket, document)));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void put(String bucket, String document, String text) {
    try {
      Path file = file(bucket, document);
      Files.createDirectories(file.getParent());
      Path partial = Files.createTempFile(file.getParent(), document, ".partial");
      Files.writeString(partial, text);
      Files.move(partial, file, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Removes all documents of a bucket. */
  void removeAll(String bucket) {
    try {
      for (String document : ALL) {
        Files.deleteIfExists(file(bucket, document));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Path file(String bucket, String document) {
    return folder.resolve(bucket).resolve(document);
  }
}
