package inventory.model;

/** The identifier of one upload: a key at one version. */
public final class FileId {

  /** 128 bits in hexadecimal digits: no two uploads will ever share them. */
  private static final int LENGTH = 32;

  private FileId() {}

  /**
   * Names an upload, the same name for each delivery of its notification.
   *
   * @param key the object's key, decoded
   * @param version the object's version id; without versioning the notification's sequencer
   * @return 32 lower-case hexadecimal digits
   */
  public static String of(String key, String version) {
    // A version holds no space, so that the pair cannot be confused with another.
    return Hex.sha256(version + " " + key).substring(0, LENGTH);
  }
}
