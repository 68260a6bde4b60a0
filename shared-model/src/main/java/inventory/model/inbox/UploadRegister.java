package inventory.model.inbox;

/** The record of every upload (requirement I7): how processing begins and ends. */
public interface UploadRegister {

  /**
   * Records an upload as {@code RECEIVED}, unless it is recorded already.
   *
   * @return the recorded state
   */
  Registration register(Upload upload);

  /** Records the result of an upload, unless a result is recorded already. */
  void finish(Upload upload, Outcome outcome);
}
