package inventory.alert.webhook;

import inventory.model.AlertRecord.Decision;
import inventory.model.Hex;
import inventory.model.NamePattern;
import inventory.model.webhook.WebhookEndpoint;
import inventory.model.webhook.WebhookEndpoint.Filter;
import inventory.model.webhook.WebhookEventType;
import inventory.model.webhook.WebhookFormat;
import inventory.model.webhook.WebhookSecret;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * The endpoints that the service's settings name, next to those that operators add. They receive
 * all events as CloudEvents. They are compared with the stored ones once, at the start of a
 * process: what is new is added, a secret that differs is replaced, and what is no longer named is
 * deleted.
 */
public final class ConfiguredEndpoints {

  /** Stands for the person in the record of an endpoint. */
  public static final String BY = "INVENTORY_WEBHOOKS";

  private static final int ID_LENGTH = 16;

  private final Map<String, WebhookSecret> secrets;
  private final Endpoints endpoints;
  private final Supplier<Instant> now;
  private boolean isApplied;

  /**
   * Creates the use case.
   *
   * @param secrets the secret of each URL
   * @param now the clock
   */
  public ConfiguredEndpoints(
      Map<String, WebhookSecret> secrets, Endpoints endpoints, Supplier<Instant> now) {
    this.secrets = Map.copyOf(secrets);
    this.endpoints = endpoints;
    this.now = now;
  }

  /**
   * Reads a setting.
   *
   * @param text URLs, each followed by its secret, all separated by white space; may be empty
   * @param problem what is wrong with a URL; empty if nothing is
   * @throws IllegalArgumentException if the setting is not valid; the message contains no secret
   */
  public static Map<String, WebhookSecret> parse(
      String text, Function<String, Optional<String>> problem) {
    List<String> words = text.isBlank() ? List.of() : List.of(text.strip().split("\\s+"));
    Map<String, WebhookSecret> secrets = new HashMap<>();
    for (int i = 0; i < words.size(); i += 2) {
      String url = words.get(i);
      problem.apply(url).ifPresent(rule -> fail(url, "the URL must be " + rule));
      String secret = i + 1 < words.size() ? words.get(i + 1) : "";
      WebhookSecret.problemWith(secret)
          .ifPresent(rule -> fail(url, "its secret is wrong: " + rule));
      secrets.put(url, new WebhookSecret(secret));
    }
    return secrets;
  }

  private static void fail(String url, String what) {
    throw new IllegalArgumentException(
        BY + " names '" + url + "', but " + what + "; write each URL, a space and its secret");
  }

  /** Applies the settings, unless this process has. Costs one read if nothing differs. */
  public void apply() {
    if (!isApplied) {
      compare();
      isApplied = true;
    }
  }

  private void compare() {
    Map<String, WebhookEndpoint> known =
        endpoints.list().stream().collect(Collectors.toMap(WebhookEndpoint::id, one -> one));
    Decision decision = new Decision(now.get(), BY, "");
    Set<String> named = new HashSet<>();
    for (Map.Entry<String, WebhookSecret> setting : secrets.entrySet()) {
      String id = Hex.sha256(setting.getKey()).substring(0, ID_LENGTH);
      named.add(id);
      if (!known.containsKey(id)) {
        endpoints.create(endpoint(id, setting.getKey(), setting.getValue(), decision));
      } else if (!known.get(id).secret().equals(setting.getValue())) {
        endpoints.rotate(
            id, setting.getValue(), decision.at().plus(WebhookEndpoint.SECRET_OVERLAP), decision);
      }
    }
    known.values().stream()
        .filter(one -> one.created().by().equals(BY) && !named.contains(one.id()))
        .forEach(one -> endpoints.delete(one.id()));
  }

  private static WebhookEndpoint endpoint(
      String id, String url, WebhookSecret secret, Decision decision) {
    Filter all = new Filter(Set.copyOf(WebhookEventType.CHOICES), NamePattern.ALL, NamePattern.ALL);
    return WebhookEndpoint.create(id, url, WebhookFormat.CLOUDEVENTS, all, "", secret, decision);
  }
}
