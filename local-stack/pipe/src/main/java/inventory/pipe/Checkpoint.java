package inventory.pipe;

import java.io.FileOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;

/**
 * The sequence number of the last delivered record of a shard, in a file that is replaced as a
 * whole.
 */
record Checkpoint(Path file) {

  /**
   * The last saved number; empty before the first.
   *
   * @throws UncheckedIOException if the file cannot be read
   */
  Optional<String> load() {
    try {
      return Files.exists(file) ? Optional.of(Files.readString(file)) : Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(file + " cannot be read", e);
    }
  }

  /**
   * Saves a number. It is durable when this returns.
   *
   * @throws UncheckedIOException if the file cannot be written
   */
  void save(String sequenceNumber) {
    Path partial = file.resolveSibling(file.getFileName() + ".partial");
    try {
      Files.createDirectories(file.getParent());
      // The interrupt that ends a thread would close a channel.
      try (FileOutputStream out = new FileOutputStream(partial.toFile())) {
        out.write(sequenceNumber.getBytes(StandardCharsets.US_ASCII));
        out.getFD().sync();
      }
      Files.move(
          partial, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new UncheckedIOException(file + " cannot be written", e);
    }
  }
}
