package inventory.launcher.generate;

import java.io.IOException;

/** Where events go. */
public interface EventSink extends AutoCloseable {

  /** Takes a record, which may be sent later, together with others. */
  void accept(EventRecord record) throws IOException, InterruptedException;

  /** Returns when all that was taken is kept. */
  void flush() throws IOException, InterruptedException;

  /** Frees what is held; what was not flushed may be lost. */
  @Override
  default void close() throws IOException {}
}
