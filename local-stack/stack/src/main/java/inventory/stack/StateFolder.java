package inventory.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

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
   * Takes the folder, and makes it if it is missing. The operating system lets go of it when this
   * process ends, however it ends.
   *
   * @throws LaunchException if another process has it
   */
  public static StateFolder open(Path path) throws IOException {
    Files.createDirectories(path);
    FileChannel channel =
        FileChannel.open(path.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    if (!lock(channel)) {
      channel.close();
      throw new LaunchException(
          path
              + " is in use by another ./inventory: stop that, or choose another folder with --state");
    }
    return new StateFolder(path, channel);
  }

  private static boolean lock(FileChannel channel) throws IOException {
    try {
      FileLock lock = channel.tryLock();
      return lock != null;
    } catch (OverlappingFileLockException e) {
      return false;
    }
  }

  /** Removes what earlier runs left, and nothing else that lies in the folder. */
  public void clear() throws IOException {
    for (Path own : List.of(data(), mail(), logs(), environmentFile())) {
      delete(own);
    }
  }

  /**
   * Removes the folder with what is in it.
   *
   * @throws UncheckedIOException if it has something that is not ours, or is held by a program
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

  static void delete(Path tree) throws IOException {
    if (!Files.exists(tree)) {
      return;
    }
    List<Path> files;
    try (Stream<Path> walk = Files.walk(tree)) {
      files = walk.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path file : files) {
      Files.delete(file);
    }
  }

  /** The folder. */
  public Path path() {
    return path;
  }

  /** Where the emulator keeps everything. */
  public Path data() {
    return path.resolve("data");
  }

  /** Where DynamoDB keeps its tables. */
  Path tables() {
    return data().resolve("dynamodb");
  }

  /** Where Kinesis keeps the stream. */
  public Path stream() {
    return data().resolve("kinesis");
  }

  /** The folder in which the pipe keeps its checkpoints. */
  public Path pipeCheckpoint() {
    return data().resolve("pipe");
  }

  /** Where e-mails arrive. */
  public Path mail() {
    return path.resolve("mail");
  }

  /** Where the programs write their logs. */
  public Path logs() {
    return path.resolve("logs");
  }

  /** The file of variables for a shell. */
  public Path environmentFile() {
    return environmentFile(path);
  }

  /** The path of the file of variables in a state folder; does not lock the folder. */
  public static Path environmentFile(Path folder) {
    return folder.resolve("env");
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
