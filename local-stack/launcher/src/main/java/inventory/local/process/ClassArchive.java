package inventory.local.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The classes of a program as the virtual machine has them after loading, in a file beside the
 * program's jar (Application Class-Data Sharing, JEP 350). Who starts with it needs about half the
 * processor time until it is ready. It is made by a run with {@value #RECORD}, of which it is the
 * last thing done, and takes some seconds; the end-to-end tests begin with that, as they start
 * nearly a hundred processes.
 *
 * <p>The virtual machine takes no archive of another Java, or of other jars: it starts without it.
 */
final class ClassArchive {

  /** The system property that has all programs make their archives. */
  static final String RECORD = "inventory.record-classes";

  private final Path file;
  private final List<Path> madeOf;

  /**
   * The archive in a folder.
   *
   * @param folder of the build's results
   * @param madeOf the files that it is younger than, if it is of any use
   */
  ClassArchive(Path folder, List<Path> madeOf) {
    this.file = folder.resolve("classes.jsa");
    this.madeOf = List.copyOf(madeOf);
  }

  /** Whether programs make their archives when they end. */
  static boolean isRecording() {
    return Boolean.getBoolean(RECORD);
  }

  /** What the virtual machine is to be told; nothing where there is no archive. */
  List<String> options() throws IOException {
    // Java says on standard output, which is the program's, what it thinks of classes and archives.
    if (isRecording()) {
      return List.of("-XX:ArchiveClassesAtExit=" + file, "-Xlog:cds*=off");
    }
    return isOfUse() ? List.of("-XX:SharedArchiveFile=" + file, "-Xlog:cds*=off") : List.of();
  }

  /** Whether it is there, and younger than all that it is made of. */
  boolean isOfUse() throws IOException {
    if (!Files.exists(file)) {
      return false;
    }
    for (Path part : madeOf) {
      if (Files.getLastModifiedTime(part).compareTo(Files.getLastModifiedTime(file)) > 0) {
        return false;
      }
    }
    return true;
  }
}
