package inventory.emulator;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** The folder of all data. Only one emulator at a time may use it. */
final class DataFolder {

  private DataFolder() {}

  /**
   * Locks the folder until the lock is closed or the process ends.
   *
   * @throws IllegalStateException if another emulator uses it
   */
  static AutoCloseable lock(Path folder) throws IOException {
    Files.createDirectories(folder);
    FileChannel channel =
        FileChannel.open(
            folder.resolve("emulator.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    FileLock lock = channel.tryLock();
    if (lock == null) {
      channel.close();
      throw new IllegalStateException(
          folder + " is in use by another emulator: stop that one, or choose another --data");
    }
    return channel;
  }
}
