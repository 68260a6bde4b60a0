package inventory.model;

/** The identifier of one upload: a key at one version. */
public final class FileId {

  /** 128 bits in hexadecimal digits: no two uploads will ever share them. */
  private static final int LENGTH = 32;

  private FileId() {}

  /**
   * The id of an upload. Every delivery of its notification gives the same id.
   *
   * @param key the object's key, decoded
   * @param version the object's version id; without versioning the notification's sequencer
   * @return 32 lower-case hexadecimal digits
   */
  public static String of(String key, String version) {
    // A version contains no space, so two different pairs never give the same text.
    return Hex.sha256(version + " " + key).substring(0, LENGTH);
  }
}
