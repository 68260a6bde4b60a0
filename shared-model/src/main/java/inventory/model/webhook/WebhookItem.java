package inventory.model.webhook;

import static inventory.model.table.Values.text;

import inventory.model.AlertRecord.Decision;
import inventory.model.NamePattern;
import inventory.model.table.Attributes;
import inventory.model.table.ItemBuilder;
import inventory.model.table.ItemUpdate;
import inventory.model.table.Keys;
import inventory.model.table.Table;
import inventory.model.table.Values;
import inventory.model.webhook.WebhookEndpoint.Filter;
import inventory.model.webhook.WebhookEndpoint.PreviousSecret;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;

/** An endpoint in the table. All of them are in one partition, so one query lists them. */
public final class WebhookItem {

  private static final String URL = "url";
  private static final String FORMAT = "format";
  private static final String TYPES = "types";
  private static final String WAREHOUSES = "warehouses";
  private static final String ITEMS = "items";
  private static final String DESCRIPTION = "description";
  private static final String SECRET = "secret";
  private static final String PREVIOUS_SECRET = "previousSecret";
  private static final String PREVIOUS_UNTIL = "previousUntil";
  private static final String ENABLED = "enabled";
  private static final String CREATED = "created";
  private static final String CHANGED = "changed";
  private static final String FAILING_SINCE = "failingSince";
  private static final String PAUSED_UNTIL = "pausedUntil";
  private static final String REPORTED_AT = "reportedAt";

  private static final String EXISTS = "attribute_exists(#" + Table.PK + ")";

  private WebhookItem() {}

  /** The key of an endpoint. */
  public static Map<String, AttributeValue> key(String id) {
    return Values.key(Keys.WEBHOOKS, id);
  }

  /** All endpoints, strongly consistent. */
  public static QueryRequest all(String table) {
    return Table.partition(table, Keys.WEBHOOKS);
  }

  /** The endpoint of an item of the table. */
  public static WebhookEndpoint of(Map<String, AttributeValue> item) {
    Attributes attributes = new Attributes(item);
    return new WebhookEndpoint(
        attributes.text(Table.SK),
        attributes.text(URL),
        WebhookFormat.valueOf(attributes.text(FORMAT)),
        new Filter(
            attributes.texts(TYPES).stream()
                .map(WebhookEventType::valueOf)
                .collect(Collectors.toSet()),
            new NamePattern(attributes.text(WAREHOUSES)),
            new NamePattern(attributes.text(ITEMS))),
        attributes.optionalText(DESCRIPTION).orElse(""),
        new WebhookSecret(attributes.text(SECRET)),
        attributes
            .optionalText(PREVIOUS_SECRET)
            .map(
                old ->
                    new PreviousSecret(new WebhookSecret(old), attributes.instant(PREVIOUS_UNTIL))),
        attributes.flag(ENABLED),
        decision(CREATED, attributes).orElseThrow(),
        decision(CHANGED, attributes).orElseThrow(),
        attributes.optionalInstant(FAILING_SINCE),
        attributes.optionalInstant(PAUSED_UNTIL));
  }

  /** The item of a new endpoint. */
  public static Map<String, AttributeValue> toItem(WebhookEndpoint endpoint) {
    ItemBuilder item =
        new ItemBuilder(key(endpoint.id()))
            .text(URL, endpoint.url())
            .text(FORMAT, endpoint.format().name())
            .texts(TYPES, endpoint.filter().types().stream().map(Enum::name).sorted().toList())
            .text(WAREHOUSES, endpoint.filter().warehouses().text())
            .text(ITEMS, endpoint.filter().items().text())
            .textUnlessEmpty(DESCRIPTION, endpoint.description())
            .text(SECRET, endpoint.secret().text())
            .put(ENABLED, AttributeValue.fromBool(endpoint.enabled()));
    put(CREATED, endpoint.created(), item);
    put(CHANGED, endpoint.changed(), item);
    return item.build();
  }

  static Optional<Decision> decision(String prefix, Attributes attributes) {
    return attributes
        .optionalInstant(prefix + "At")
        .map(
            at ->
                new Decision(
                    at,
                    attributes.optionalText(prefix + "By").orElse(""),
                    attributes.optionalText(prefix + "Note").orElse("")));
  }

  static void put(String prefix, Decision decision, ItemBuilder item) {
    item.instant(prefix + "At", decision.at())
        .text(prefix + "By", decision.by())
        .text(prefix + "Note", decision.note());
  }

  /** Enables an endpoint; its next attempt may follow at once. */
  public static ItemUpdate enable(Decision decision) {
    return resumed(changed(decision, true));
  }

  /** Disables an endpoint; the condition fails if it is disabled. */
  public static ItemUpdate disable(Decision decision) {
    return changed(decision, false)
        .onlyIf("#enabled = :wasEnabled", Map.of(":wasEnabled", AttributeValue.fromBool(true)));
  }

  private static ItemUpdate changed(Decision decision, boolean enabled) {
    return changed(decision).set(ENABLED, AttributeValue.fromBool(enabled));
  }

  private static ItemUpdate changed(Decision decision) {
    ItemBuilder item = new ItemBuilder(Map.of());
    put(CHANGED, decision, item);
    return new ItemUpdate().setAll(item.build()).onlyIf(EXISTS, Map.of());
  }

  /**
   * Replaces the secret.
   *
   * @param until how long the secret that was valid before signs, too
   */
  public static ItemUpdate rotate(WebhookSecret secret, Instant until, Decision decision) {
    return changed(decision)
        .copy(PREVIOUS_SECRET, SECRET)
        .set(PREVIOUS_UNTIL, text(until.toString()))
        .set(SECRET, text(secret.text()));
  }

  /** Ends the pause after a failure: the next attempt may follow at once. */
  public static ItemUpdate resume() {
    return resumed(new ItemUpdate().onlyIf(EXISTS, Map.of()));
  }

  private static ItemUpdate resumed(ItemUpdate update) {
    return update.remove(FAILING_SINCE).remove(PAUSED_UNTIL);
  }

  /** Begins a pause, or extends it, after a failure. */
  public static ItemUpdate pause(Instant at, Instant until) {
    return new ItemUpdate()
        .set(
            FAILING_SINCE,
            "if_not_exists(#" + FAILING_SINCE + ", :" + FAILING_SINCE + ")",
            text(at.toString()))
        .set(PAUSED_UNTIL, text(until.toString()))
        .onlyIf(EXISTS, Map.of());
  }

  /**
   * Marks that people were notified of failed deliveries.
   *
   * @param before the condition fails if they were after this time
   */
  public static ItemUpdate reported(Instant at, Instant before) {
    return new ItemUpdate()
        .set(REPORTED_AT, text(at.toString()))
        .onlyIf(EXISTS, Map.of())
        .onlyIf(
            "attribute_not_exists(#" + REPORTED_AT + ") OR #" + REPORTED_AT + " < :before",
            Map.of(":before", text(before.toString())));
  }
}
