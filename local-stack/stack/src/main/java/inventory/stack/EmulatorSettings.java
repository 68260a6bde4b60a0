package inventory.stack;

import java.nio.file.Path;
import java.util.Optional;

/**
 * How an emulator is to be run.
 *
 * @param ports where its parts listen
 * @param data where it keeps everything; absent for in memory
 * @param mail the folder in which each e-mail becomes a file
 * @param log where it writes its log
 */
public record EmulatorSettings(Ports ports, Optional<Path> data, Path mail, Path log) {

  /** Ports of the emulator's parts; 0 takes a free one. */
  public record Ports(int s3, int sqs, int smtp) {

    /** Free ports for all. */
    public static final Ports FREE = new Ports(0, 0, 0);
  }
}
