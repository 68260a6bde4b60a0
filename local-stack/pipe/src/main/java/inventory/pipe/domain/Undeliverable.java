package inventory.pipe.domain;

/** Where it is put down which records cannot be delivered. */
public interface Undeliverable {

  /**
   * Puts a record down.
   *
   * @param notice JSON that says which record it is, and why
   * @throws UnavailableException if that is not known to be kept
   */
  void put(String notice);
}
