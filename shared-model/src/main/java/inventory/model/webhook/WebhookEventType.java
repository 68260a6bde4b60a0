package inventory.model.webhook;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The types of events that endpoints receive. */
public enum WebhookEventType {
  /** Stock fell below its threshold, or is low after it had run out. */
  STOCK_LOW("stock.low"),
  /** Stock ran out. */
  STOCK_OUT("stock.out"),
  /** Stock reached its threshold again, or the item was taken off the list. */
  STOCK_RECOVERED("stock.recovered"),
  /** A file was applied, rejected or set aside. */
  FILE_FINISHED("file.finished"),
  /** A validation run ended. */
  VALIDATION_COMPLETED("validation.completed"),
  /** Somebody tests an endpoint. */
  TEST("webhook.test");

  /** The types that an endpoint can choose. All endpoints receive their own tests. */
  public static final List<WebhookEventType> CHOICES =
      List.of(STOCK_LOW, STOCK_OUT, STOCK_RECOVERED, FILE_FINISHED, VALIDATION_COMPLETED);

  private final String wireName;

  WebhookEventType(String wireName) {
    this.wireName = wireName;
  }

  /** The name of the type in an event. */
  public String wireName() {
    return wireName;
  }

  /** The type with a name such as {@code stock.low}; empty if there is none. */
  public static Optional<WebhookEventType> named(String name) {
    return Arrays.stream(values()).filter(type -> type.wireName.equals(name)).findFirst();
  }
}
