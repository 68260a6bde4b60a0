package inventory.reporting.http;

import io.micronaut.core.annotation.Nullable;
import java.util.Optional;

/** Texts in answers. An empty one is null there. */
public final class Texts {

  private Texts() {}

  /** The text; null if it is empty. */
  public static @Nullable String orNull(String text) {
    return text.isEmpty() ? null : text;
  }

  /** The text; null if there is none, or if it is empty. */
  public static @Nullable String orNull(Optional<String> text) {
    return text.filter(given -> !given.isEmpty()).orElse(null);
  }
}
