package inventory.stack;

import java.nio.file.Path;
import java.util.Optional;

/**
 * How Kinesis is to be run on this machine.
 *
 * @param port where it listens; 0 takes a free one
 * @param data the folder in which it keeps everything; absent for in memory
 * @param log where it writes its log
 */
public record KinesisSettings(int port, Optional<Path> data, Path log) {}
