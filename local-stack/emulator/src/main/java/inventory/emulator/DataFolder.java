package inventory.emulator;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** The folder of all data, which one emulator has to itself. */
final class DataFolder {

  private DataFolder() {}

  /**
   * Takes the folder until the stop, or until the process ends in whatever way.
   *
   * @throws IllegalStateException if another emulator has it
   */
  static Service lock(Path folder) throws IOException {
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
    return channel::close;
  }
}
