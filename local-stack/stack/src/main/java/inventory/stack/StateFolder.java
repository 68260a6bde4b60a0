package inventory.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.apache.commons.io.file.PathUtils;

/** The folder of one local environment, used by one process at a time. */
public final class StateFolder implements AutoCloseable {

  private static final String LOCK = "lock";

  private final Path path;
  private final FileChannel channel;

  private StateFolder(Path path, FileChannel channel) {
    this.path = path;
    this.channel = channel;
  }

  /**
   * Opens the folder for this process alone, and creates it if it is missing. The lock ends with
   * this process, however it ends.
   *
   * @throws LaunchException if another process has it
   */
  public static StateFolder open(Path path) throws IOException {
    Files.createDirectories(path);
    FileChannel channel =
        FileChannel.open(path.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    try {
      if (channel.tryLock() != null) {
        return new StateFolder(path, channel);
      }
    } catch (OverlappingFileLockException e) {
      // This process has it.
    }
    channel.close();
    throw new LaunchException(
        path
            + " is in use by another ./inventory: stop that, or choose another folder with --state");
  }

  /** Removes the data of earlier runs, and nothing else in the folder. */
  public void clear() throws IOException {
    for (Path own : List.of(data(), mail(), logs(), environmentFile())) {
      delete(own);
    }
  }

  /**
   * Removes the folder and its content.
   *
   * @throws UncheckedIOException if it has files of others, or a program holds a file
   */
  public void remove() {
    try {
      clear();
      Files.delete(path.resolve(LOCK));
      Files.delete(path);
    } catch (IOException e) {
      throw new UncheckedIOException(path + " cannot be removed", e);
    }
  }

  static void delete(Path file) throws IOException {
    if (Files.exists(file)) {
      PathUtils.delete(file);
    }
  }

  /** The folder. */
  public Path path() {
    return path;
  }

  /** The folder of the emulator's data. */
  public Path data() {
    return path.resolve("data");
  }

  /** The folder of DynamoDB's tables. */
  Path tables() {
    return data().resolve("dynamodb");
  }

  /** The folder of the stream's data. */
  public Path stream() {
    return data().resolve("kinesis");
  }

  /** The folder in which the pipe keeps its checkpoints. */
  public Path pipeCheckpoint() {
    return data().resolve("pipe");
  }

  /** The folder of received e-mails. */
  public Path mail() {
    return path.resolve("mail");
  }

  /** The folder of the programs' logs. */
  public Path logs() {
    return path.resolve("logs");
  }

  /** The log of the faults that the services suffered. */
  public Path chaosLog() {
    return logs().resolve("chaos.log");
  }

  /** The file of variables for a shell. */
  public Path environmentFile() {
    return environmentFile(path);
  }

  /** The file of variables of a state folder that another process may use. */
  public static Path environmentFile(Path folder) {
    return folder.resolve("env");
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
