package inventory.emulator.s3.awssdk;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.gaul.s3proxy.blobstore.MD5;

/**
 * The bytes of objects and of parts, each in a file with a name of its own, so that no key has to
 * be a legal path and no write touches what somebody is reading.
 */
final class ObjectFiles {

  private final Path folder;

  ObjectFiles(Path folder) throws IOException {
    this.folder = Files.createDirectories(folder);
  }

  /** Stores a stream, and closes it. */
  Stored store(InputStream stream) {
    String name = newName();
    MessageDigest digest = MD5.newDigest();
    try (InputStream in = new DigestInputStream(stream, digest);
        OutputStream out = Files.newOutputStream(folder.resolve(name))) {
      long size = in.transferTo(out);
      return new Stored(name, size, HexFormat.of().formatHex(digest.digest()));
    } catch (IOException | RuntimeException e) {
      delete(name);
      throw e instanceof RuntimeException failure
          ? failure
          : new UncheckedIOException("cannot store an object", (IOException) e);
    }
  }

  /** Joins files into a new one; returns its name. */
  String join(List<String> names) {
    String joined = newName();
    try (OutputStream out = Files.newOutputStream(folder.resolve(joined))) {
      for (String name : names) {
        Files.copy(folder.resolve(name), out);
      }
      return joined;
    } catch (IOException e) {
      throw new UncheckedIOException("cannot join the parts of an object", e);
    }
  }

  /** Opens a file at a position; the file may be deleted meanwhile. */
  InputStream open(String name, long position) {
    try {
      FileChannel channel = FileChannel.open(folder.resolve(name));
      channel.position(position);
      return Channels.newInputStream(channel);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the object file " + name, e);
    }
  }

  void delete(String name) {
    try {
      Files.deleteIfExists(folder.resolve(name));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot delete the object file " + name, e);
    }
  }

  private static String newName() {
    return UUID.randomUUID().toString();
  }

  /**
   * A stored stream.
   *
   * @param name the file's name
   * @param size bytes
   * @param etag the MD5 digest in hexadecimal
   */
  record Stored(String name, long size, String etag) {}
}
