package inventory.model.function;

import java.time.Duration;

/**
 * Work that no message triggers, for example snoozes that are over. A service runs it at fixed
 * intervals; a function runs it when its schedule calls.
 */
public interface TimedWork {

  /** What it does, for the log: "end snoozes". */
  String name();

  /** The pause between two runs in a service; a schedule calls a function once a minute. */
  Duration interval();

  /** Does what is due. Must be safe to run in several processes at the same time. */
  void run();
}
