package inventory.stack;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/**
 * The archive of the classes that a Java program loads, with which it starts in half the time. The
 * virtual machine writes it when the program stops. Its name depends on the Java version and on
 * each jar's size and time, so a rebuilt jar never meets an old archive.
 *
 * @param file the archive, which need not exist
 * @param partial the file that the virtual machine writes
 */
record ClassArchive(Path file, Path partial) {

  private static final String ENDING = ".jsa";
  private static final int KEY_LENGTH = 16;

  /**
   * The archive of a program.
   *
   * @param prefix the path of the archive without key and ending
   */
  static ClassArchive of(Path prefix, String classPath) throws IOException {
    StringBuilder key = new StringBuilder();
    key.append(System.getProperty("java.home")).append(System.getProperty("java.vm.version"));
    for (String entry : classPath.split(File.pathSeparator, -1)) {
      Path jar = Path.of(entry);
      key.append(entry).append(Files.size(jar)).append(Files.getLastModifiedTime(jar).toMillis());
    }
    String name = prefix + "-" + digest(key.toString());
    String writer = "." + ProcessHandle.current().pid();
    return new ClassArchive(Path.of(name + ENDING), Path.of(name + writer + ENDING));
  }

  private static String digest(String text) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash).substring(0, KEY_LENGTH);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  /** The options with which the virtual machine uses the archive, or writes it if it is missing. */
  List<String> options() {
    return Files.exists(file)
        ? List.of("-XX:SharedArchiveFile=" + file)
        : List.of("-XX:ArchiveClassesAtExit=" + partial, "-Xlog:cds=off", "-Xlog:cds+dynamic=off");
  }

  /** Keeps what the virtual machine wrote, and deletes archives of earlier builds. */
  void keep() throws IOException {
    if (!Files.exists(partial)) {
      return;
    }
    String name = file.getFileName().toString();
    String prefix = name.substring(0, name.length() - KEY_LENGTH - ENDING.length());
    try (Stream<Path> files = Files.list(file.getParent())) {
      for (Path old : files.filter(f -> isArchive(f, prefix) && !f.equals(partial)).toList()) {
        Files.deleteIfExists(old);
      }
    }
    Files.move(partial, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  private static boolean isArchive(Path file, String prefix) {
    String name = file.getFileName().toString();
    return name.startsWith(prefix) && name.endsWith(ENDING);
  }
}
