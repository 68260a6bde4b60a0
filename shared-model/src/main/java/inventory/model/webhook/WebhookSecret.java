package inventory.model.webhook;

import java.util.Base64;
import java.util.Optional;

/**
 * The key that signs messages to an endpoint, as Standard Webhooks writes it.
 *
 * @param text {@code whsec_} and 24 to 64 bytes in Base64
 */
public record WebhookSecret(String text) {

  /** The bytes of a generated secret. */
  public static final int BYTES = 32;

  private static final String PREFIX = "whsec_";
  private static final int MIN_BYTES = 24;
  private static final int MAX_BYTES = 64;

  /** The secret of random bytes. */
  public static WebhookSecret of(byte[] random) {
    return new WebhookSecret(PREFIX + Base64.getEncoder().encodeToString(random));
  }

  /**
   * Checks a secret's text.
   *
   * @return what it must be; empty if it is valid
   */
  public static Optional<String> problemWith(String text) {
    try {
      byte[] key = Base64.getDecoder().decode(text.substring(PREFIX.length()));
      if (text.startsWith(PREFIX) && key.length >= MIN_BYTES && key.length <= MAX_BYTES) {
        return Optional.empty();
      }
    } catch (IllegalArgumentException | StringIndexOutOfBoundsException e) {
      // Reported below.
    }
    return Optional.of("it must be whsec_ followed by 24 to 64 bytes in Base64");
  }

  /** Does not show the secret: texts of records end up in logs. */
  @Override
  public String toString() {
    return PREFIX + "...";
  }
}
