package inventory.emulator.s3;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;

/**
 * The configuration documents of the buckets: a folder for each bucket, a file for each document.
 */
final class BucketDocuments {

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

  void remove(String bucket, String document) {
    try {
      Files.deleteIfExists(file(bucket, document));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Removes all documents of a bucket. */
  void removeAll(String bucket) {
    BucketDocument.all().forEach(document -> remove(bucket, document.parameter()));
  }

  private Path file(String bucket, String document) {
    return folder.resolve(bucket).resolve(document);
  }
}
