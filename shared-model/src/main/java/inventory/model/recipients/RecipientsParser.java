package inventory.model.recipients;

import static inventory.model.recipients.RecipientRules.MAX_ENTRIES;
import static inventory.model.recipients.RecipientRules.MAX_RULES;

import inventory.model.NamePattern;
import inventory.model.Names;
import inventory.model.recipients.InvalidRecipientsException.Problem;
import inventory.model.recipients.RecipientRule.Escalation;
import inventory.model.recipients.Schedule.QuietHours;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * Reads rules and collects every problem. An unknown field is a problem, because a misspelled one
 * would leave somebody without notifications.
 */
final class RecipientsParser {

  private static final int MAX_REASON = 500;
  private static final int MAX_PATTERN = 200;
  // RFC 5321, section 4.5.3.1.
  private static final int MAX_ADDRESS = 254;
  private static final int MAX_LOCAL_PART = 64;
  private static final int MAX_DIGESTS = 24;
  private static final Duration MAX_DELAY = Duration.ofDays(30);

  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9 ._-]{0,39}");
  private static final String ATOM = "[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+";
  private static final String LABEL = "[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?";
  // Neither spaces, quotes, commas nor line breaks: an address cannot add a header or a recipient.
  private static final Pattern ADDRESS =
      Pattern.compile(ATOM + "(?:\\." + ATOM + ")*@" + LABEL + "(?:\\." + LABEL + ")*");
  private static final Pattern TIME = Pattern.compile("([01]\\d|2[0-3]):[0-5]\\d");
  private static final Pattern DELAY = Pattern.compile("(\\d{1,7})([smhd])");

  private static final String ANY = NamePattern.ALL.text();
  private static final ZoneId UTC = ZoneId.of("UTC");

  private static final String REASON = "reason";
  private static final String RULES = "rules";
  private static final String RULE_NAME = "name";
  private static final String WAREHOUSES = "warehouses";
  private static final String ITEMS = "items";
  private static final String TO = "to";
  private static final String TIME_ZONE = "timeZone";
  private static final String DIGEST_AT = "digestAt";
  private static final String QUIET_HOURS = "quietHours";
  private static final String FROM = "from";
  private static final String OUT_OF_STOCK_WAITS = "outOfStockWaits";
  private static final String REMIND_AFTER = "remindAfter";
  private static final String ESCALATE_AFTER = "escalateAfter";
  private static final String ESCALATE_TO = "escalateTo";

  private static final Set<String> RULE_FIELDS =
      new TreeSet<>(
          List.of(
              RULE_NAME,
              WAREHOUSES,
              ITEMS,
              TO,
              TIME_ZONE,
              DIGEST_AT,
              QUIET_HOURS,
              OUT_OF_STOCK_WAITS,
              REMIND_AFTER,
              ESCALATE_AFTER,
              ESCALATE_TO));

  private final List<Problem> problems = new ArrayList<>();
  private final Set<String> names = new HashSet<>();

  RecipientRules parse(String json) throws InvalidRecipientsException {
    int size = json.getBytes(StandardCharsets.UTF_8).length;
    if (size > RecipientRules.MAX_BYTES) {
      String reason = "it has %d bytes; the limit is %d".formatted(size, RecipientRules.MAX_BYTES);
      throw new InvalidRecipientsException(List.of(new Problem(1, 1, "", reason)));
    }
    Node root = Node.read(json);
    Map<String, Node> document = object(root, Set.of(REASON, RULES));
    String reason = optional(document, REASON, this::reason).orElse("");
    Optional<List<RecipientRule>> rules =
        required(root, document, RULES, node -> list(node, 0, MAX_RULES, this::rule));
    if (!problems.isEmpty()) {
      throw new InvalidRecipientsException(problems);
    }
    return new RecipientRules(rules.orElseThrow(), reason);
  }

  private Optional<RecipientRule> rule(Node node) {
    Map<String, Node> fields = object(node, RULE_FIELDS);
    Optional<String> name = required(node, fields, RULE_NAME, this::name);
    Optional<List<String>> to = required(node, fields, TO, this::addresses);
    List<String> warehouses = optional(fields, WAREHOUSES, this::patterns).orElse(List.of(ANY));
    List<String> items = optional(fields, ITEMS, this::patterns).orElse(List.of(ANY));
    Schedule schedule = schedule(node, fields);
    Optional<Duration> remindAfter = optional(fields, REMIND_AFTER, this::delay);
    Optional<Escalation> escalation = escalation(node, fields);
    return name.flatMap(
        known ->
            to.map(
                addresses ->
                    new RecipientRule(
                        known, warehouses, items, addresses, schedule, remindAfter, escalation)));
  }

  private Schedule schedule(Node rule, Map<String, Node> fields) {
    boolean hasTimes = fields.containsKey(DIGEST_AT) || fields.containsKey(QUIET_HOURS);
    Optional<ZoneId> zone =
        hasTimes
            ? required(rule, fields, TIME_ZONE, this::zone)
            : optional(fields, TIME_ZONE, this::zone);
    List<LocalTime> digestAt =
        optional(fields, DIGEST_AT, node -> list(node, 0, MAX_DIGESTS, this::time))
            .orElse(List.of());
    return new Schedule(
        zone.orElse(UTC),
        digestAt.stream().distinct().sorted().toList(),
        optional(fields, QUIET_HOURS, this::quietHours),
        optional(fields, OUT_OF_STOCK_WAITS, this::flag).orElse(false));
  }

  private Optional<QuietHours> quietHours(Node node) {
    Map<String, Node> fields = object(node, Set.of(FROM, TO));
    Optional<LocalTime> from = required(node, fields, FROM, this::time);
    Optional<LocalTime> to = required(node, fields, TO, this::time);
    if (from.isPresent() && from.equals(to)) {
      return problem(node, "from and to must differ: nobody would ever be notified");
    }
    return from.flatMap(begin -> to.map(end -> new QuietHours(begin, end)));
  }

  private Optional<Escalation> escalation(Node rule, Map<String, Node> fields) {
    if (!fields.containsKey(ESCALATE_AFTER) && !fields.containsKey(ESCALATE_TO)) {
      return Optional.empty();
    }
    Optional<Duration> after = required(rule, fields, ESCALATE_AFTER, this::delay);
    Optional<List<String>> to = required(rule, fields, ESCALATE_TO, this::addresses);
    return after.flatMap(delay -> to.map(addresses -> new Escalation(delay, addresses)));
  }

  private Optional<String> reason(Node node) {
    return text(node)
        .flatMap(
            reason ->
                reason.length() <= MAX_REASON && Names.problemWith(reason).isEmpty()
                    ? Optional.of(reason)
                    : problem(
                        node,
                        "must be printable text of at most %d characters".formatted(MAX_REASON)));
  }

  private Optional<String> name(Node node) {
    Optional<String> name = matching(node, NAME, "1 to 40 letters, digits, spaces, or any of ._-");
    return name.isPresent() && !names.add(name.get().toLowerCase(Locale.ROOT))
        ? problem(node, "another rule has this name; names must differ")
        : name;
  }

  private Optional<List<String>> patterns(Node node) {
    return list(node, 1, MAX_ENTRIES, this::pattern);
  }

  private Optional<String> pattern(Node node) {
    return text(node)
        .flatMap(
            pattern ->
                !pattern.isBlank() && pattern.length() <= MAX_PATTERN
                    ? Optional.of(pattern)
                    : problem(
                        node,
                        "must be a name or a pattern such as Berlin*, of at most %d characters"
                            .formatted(MAX_PATTERN)));
  }

  private Optional<List<String>> addresses(Node node) {
    return list(node, 1, MAX_ENTRIES, this::address)
        .map(addresses -> addresses.stream().distinct().toList());
  }

  private Optional<String> address(Node node) {
    String expected = "an e-mail address, such as stock@example.com";
    return matching(node, ADDRESS, expected)
        .flatMap(
            address ->
                address.length() <= MAX_ADDRESS && address.indexOf('@') <= MAX_LOCAL_PART
                    ? Optional.of(address)
                    : problem(node, "must be " + expected + "; this one is too long"));
  }

  private Optional<LocalTime> time(Node node) {
    return matching(node, TIME, "a time of day, such as 08:00").map(LocalTime::parse);
  }

  private Optional<ZoneId> zone(Node node) {
    return text(node)
        .flatMap(
            zone ->
                ZoneId.getAvailableZoneIds().contains(zone)
                    ? Optional.of(ZoneId.of(zone))
                    : problem(node, "must be a time zone, such as Europe/Berlin"));
  }

  private Optional<Duration> delay(Node node) {
    String expected = "a duration from 1s to 30d, such as 30m, 4h or 2d";
    return matching(node, DELAY, expected)
        .map(RecipientsParser::duration)
        .flatMap(
            delay ->
                delay.isZero() || delay.compareTo(MAX_DELAY) > 0
                    ? problem(node, "must be " + expected)
                    : Optional.of(delay));
  }

  private static Duration duration(String text) {
    int end = text.length() - 1;
    long count = Long.parseLong(text.substring(0, end));
    return switch (text.charAt(end)) {
      case 's' -> Duration.ofSeconds(count);
      case 'm' -> Duration.ofMinutes(count);
      case 'h' -> Duration.ofHours(count);
      default -> Duration.ofDays(count);
    };
  }

  private Optional<Boolean> flag(Node node) {
    return node.value() instanceof Boolean flag
        ? Optional.of(flag)
        : problem(node, "must be true or false");
  }

  private Optional<String> matching(Node node, Pattern pattern, String expected) {
    return text(node)
        .flatMap(
            text ->
                pattern.matcher(text).matches()
                    ? Optional.of(text)
                    : problem(node, "must be " + expected));
  }

  private Optional<String> text(Node node) {
    return node.value() instanceof String text
        ? Optional.of(text)
        : problem(node, "must be a text in quotes");
  }

  private <T> Optional<List<T>> list(
      Node node, int min, int max, Function<Node, Optional<T>> element) {
    if (!(node.value() instanceof List<?> nodes) || nodes.size() < min || nodes.size() > max) {
      return problem(node, "must be an array of %d to %d entries".formatted(min, max));
    }
    List<T> elements = new ArrayList<>();
    nodes.forEach(one -> element.apply((Node) one).ifPresent(elements::add));
    return Optional.of(elements);
  }

  private Map<String, Node> object(Node node, Set<String> known) {
    if (!(node.value() instanceof Map<?, ?> members)) {
      problem(node, "must be an object");
      return Map.of();
    }
    Map<String, Node> fields = new LinkedHashMap<>();
    members.forEach((name, value) -> fields.put((String) name, (Node) value));
    fields.entrySet().stream()
        .filter(field -> !known.contains(field.getKey()))
        .forEach(field -> problem(field.getValue(), "unknown field; the fields are " + known));
    return fields;
  }

  private <T> Optional<T> required(
      Node owner, Map<String, Node> fields, String name, Function<Node, Optional<T>> value) {
    return fields.containsKey(name) || !(owner.value() instanceof Map)
        ? optional(fields, name, value)
        : problem(owner, "the field " + name + " is missing");
  }

  private static <T> Optional<T> optional(
      Map<String, Node> fields, String name, Function<Node, Optional<T>> value) {
    return Optional.ofNullable(fields.get(name)).flatMap(value);
  }

  /** Notes a problem; the value that has it is empty. */
  private <T> Optional<T> problem(Node node, String reason) {
    problems.add(node.problem(reason));
    return Optional.empty();
  }
}
