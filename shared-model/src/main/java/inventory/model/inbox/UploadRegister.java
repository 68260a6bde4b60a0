package inventory.model.inbox;

/** The record of every upload (requirement I7): how processing begins and ends. */
public interface UploadRegister {

  /**
   * Puts an upload on record as {@code RECEIVED}, unless it is on record already.
   *
   * @return what is on record
   */
  Registration register(Upload upload);

  /** Records how an upload ended, unless its end is on record already. */
  void finish(Upload upload, Outcome outcome);
}
