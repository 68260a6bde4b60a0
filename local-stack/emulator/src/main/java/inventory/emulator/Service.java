package inventory.emulator;

/** A server that has been started. */
public interface Service {

  /** Stops the server; what it has acknowledged is durable before this is called. */
  void stop() throws Exception;
}
