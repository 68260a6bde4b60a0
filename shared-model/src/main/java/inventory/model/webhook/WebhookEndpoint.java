package inventory.model.webhook;

import inventory.model.AlertId;
import inventory.model.AlertRecord.Decision;
import inventory.model.NamePattern;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A URL that receives events.
 *
 * @param id its identifier
 * @param url where messages are posted
 * @param format the form of their bodies
 * @param filter which events it receives
 * @param description what it is, in the words of the person who added it; may be empty
 * @param secret signs the messages
 * @param previous signs them as well for a while after the secret was replaced
 * @param enabled whether it receives events
 * @param created who added it
 * @param changed who last enabled or disabled it, or replaced its secret; {@code by} is empty if
 *     the service did
 * @param failingSince since when every attempt has failed; empty after a success
 * @param pausedUntil when the next attempt follows after a failure
 */
public record WebhookEndpoint(
    String id,
    String url,
    WebhookFormat format,
    Filter filter,
    String description,
    WebhookSecret secret,
    Optional<PreviousSecret> previous,
    boolean enabled,
    Decision created,
    Decision changed,
    Optional<Instant> failingSince,
    Optional<Instant> pausedUntil) {

  /** The largest number of endpoints. */
  public static final int MAX = 20;

  /** For how long a replaced secret still signs. */
  public static final Duration SECRET_OVERLAP = Duration.ofHours(24);

  /**
   * Which events an endpoint receives.
   *
   * @param types their types
   * @param warehouses the warehouses of events about stock
   * @param items the ids of items of events about stock
   */
  public record Filter(Set<WebhookEventType> types, NamePattern warehouses, NamePattern items) {

    /** Copies the types. */
    public Filter {
      types = Set.copyOf(types);
    }

    /** Whether an event passes. Patterns concern events about stock only. */
    public boolean accepts(WebhookEvent event) {
      return types.contains(event.type()) && event.alert().stream().allMatch(this::accepts);
    }

    /** A total belongs to no warehouse: only a pattern that matches all of them lets it pass. */
    private boolean accepts(AlertId alert) {
      return items.matches(alert.itemId())
          && alert.warehouse().map(warehouses::matches).orElse(warehouses.isAll());
    }
  }

  /**
   * A secret that was replaced.
   *
   * @param until how long it still signs
   */
  public record PreviousSecret(WebhookSecret secret, Instant until) {}

  /** A new endpoint. */
  public static WebhookEndpoint create(
      String id,
      String url,
      WebhookFormat format,
      Filter filter,
      String description,
      WebhookSecret secret,
      Decision created) {
    return new WebhookEndpoint(
        id,
        url,
        format,
        filter,
        description,
        secret,
        Optional.empty(),
        true,
        created,
        created,
        Optional.empty(),
        Optional.empty());
  }

  /** Whether an attempt may be made now. */
  public boolean isReady(Instant now) {
    return enabled && pausedUntil.stream().noneMatch(now::isBefore);
  }

  /** The secrets that sign a message, the newest first. */
  public List<WebhookSecret> secrets(Instant now) {
    List<WebhookSecret> secrets = new ArrayList<>(List.of(secret));
    previous.filter(old -> now.isBefore(old.until())).ifPresent(old -> secrets.add(old.secret()));
    return secrets;
  }
}
