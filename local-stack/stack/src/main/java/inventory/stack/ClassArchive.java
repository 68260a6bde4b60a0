package inventory.stack;

import java.io.File;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HexFormat;
import java.util.List;

/**
 * The archive of the classes that a Java program loads, with which it starts in half the time. The
 * virtual machine writes it when the program stops. Its name depends on the Java version and on
 * each jar's size and time, so a rebuilt jar never meets an old archive.
 *
 * @param file the archive, which need not exist
 * @param program the beginning of its name
 */
record ClassArchive(Path file, String program) {

  private static final String ENDING = ".jsa";

  /** The archive of a program, in a folder. */
  static ClassArchive of(Path folder, String program, String classPath) throws IOException {
    StringBuilder key = new StringBuilder();
    key.append(System.getProperty("java.home")).append(System.getProperty("java.vm.version"));
    for (String entry : classPath.split(File.pathSeparator, -1)) {
      Path jar = Path.of(entry);
      key.append(entry).append(Files.size(jar)).append(Files.getLastModifiedTime(jar).toMillis());
    }
    String name = program + "-" + HexFormat.of().toHexDigits(key.toString().hashCode());
    return new ClassArchive(folder.resolve(name + ENDING), program);
  }

  /** The options with which the virtual machine uses the archive, or writes it if it is missing. */
  List<String> options() {
    return Files.exists(file)
        ? List.of("-XX:SharedArchiveFile=" + file)
        : List.of(
            "-XX:ArchiveClassesAtExit=" + partial(), "-Xlog:cds=off", "-Xlog:cds+dynamic=off");
  }

  /** The file that the virtual machine writes. */
  private Path partial() {
    return Path.of(file + "." + ProcessHandle.current().pid());
  }

  /** Keeps what the virtual machine wrote, and deletes archives of earlier builds. */
  void keep() throws IOException {
    if (!Files.exists(partial())) {
      return;
    }
    try (DirectoryStream<Path> old =
        Files.newDirectoryStream(file.getParent(), program + "-*" + ENDING)) {
      for (Path archive : old) {
        Files.delete(archive);
      }
    }
    Files.move(partial(), file, StandardCopyOption.ATOMIC_MOVE);
  }
}
