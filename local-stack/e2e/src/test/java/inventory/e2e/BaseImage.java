package inventory.e2e;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;

/** A base image built by the test: it contains a file of users, and no Java. */
final class BaseImage {

  private static final String CONFIG =
      """
      {"architecture":"amd64","os":"linux","config":{"Env":["JAVA_HOME=/opt/java/openjdk"]},
       "rootfs":{"type":"layers","diff_ids":["sha256:%s"]}}
      """;
  private static final String MANIFEST =
      """
      [{"Config":"config.json","RepoTags":["base:local"],"Layers":["layer.tar"]}]
      """;

  private BaseImage() {}

  /** Writes it, as {@code docker save} does. */
  static void write(Path file) throws IOException {
    ByteArrayOutputStream layer = new ByteArrayOutputStream();
    try (TarArchiveOutputStream tar = new TarArchiveOutputStream(layer)) {
      add(tar, "etc/passwd", bytes("root:x:0:0:root:/root:/bin/sh\n"));
    }
    try (OutputStream out = Files.newOutputStream(file);
        TarArchiveOutputStream tar = new TarArchiveOutputStream(out)) {
      add(tar, "layer.tar", layer.toByteArray());
      add(tar, "config.json", bytes(CONFIG.formatted(sha256(layer.toByteArray()))));
      add(tar, "manifest.json", bytes(MANIFEST));
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static void add(TarArchiveOutputStream tar, String name, byte[] content)
      throws IOException {
    TarArchiveEntry entry = new TarArchiveEntry(name);
    entry.setSize(content.length);
    tar.putArchiveEntry(entry);
    tar.write(content);
    tar.closeArchiveEntry();
  }

  private static String sha256(byte[] content) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
