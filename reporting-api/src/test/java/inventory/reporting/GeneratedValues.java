package inventory.reporting;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Makes values of parameters that fit their schemas, and values that do not. */
final class GeneratedValues {

  private static final String ODD = "aZ09 /#?%+&;ü漢\"<>'\\.𝄞=:@{}~-_";
  private static final List<String> NEVER_NAMES = List.of("\u0000", "\u0007x", "a\nb", "\u0085");

  private final Random random;

  GeneratedValues(Random random) {
    this.random = random;
  }

  /** A value that fits. */
  String good(JsonNode parameter) {
    JsonNode schema = parameter.path("schema");
    if (schema.has("enum")) {
      JsonNode constants = schema.get("enum");
      return constants.get(random.nextInt(constants.size())).asText();
    }
    if (schema.has("pattern") || (random.nextInt(3) == 0 && parameter.has("example"))) {
      return parameter.path("example").asText();
    }
    return switch (schema.path("format").asText()) {
      case "date" -> LocalDate.EPOCH.plusDays(random.nextInt(30_000)).toString();
      case "date-time" -> Instant.now().plus(random.nextInt(1, 300), ChronoUnit.DAYS).toString();
      default -> isNumber(schema) ? number(schema) : text(schema);
    };
  }

  private static boolean isNumber(JsonNode schema) {
    return schema.path("type").asText().equals("integer");
  }

  private String number(JsonNode schema) {
    int low = schema.path("minimum").asInt(0);
    int high = schema.path("maximum").asInt(1_000_000);
    return Integer.toString(random.nextInt(low, high + 1));
  }

  private String text(JsonNode schema) {
    int longest = random.nextInt(10) == 0 ? schema.path("maxLength").asInt(64) : 12;
    int length = random.nextInt(1, longest + 1);
    int[] odd = ODD.codePoints().toArray();
    StringBuilder text = new StringBuilder("n");
    while (text.codePointCount(0, text.length()) < length) {
      text.appendCodePoint(odd[random.nextInt(odd.length)]);
    }
    return text.toString();
  }

  /** GeneratedValues that do not fit. */
  List<String> bad(JsonNode parameter) {
    JsonNode schema = parameter.path("schema");
    List<String> values = new ArrayList<>();
    if (schema.has("enum")) {
      values.addAll(List.of("NONE", "low", "' or 1=1"));
    }
    if (schema.has("pattern")) {
      values.addAll(List.of("x", "-", "1e9", "0x10", "９９", "9".repeat(100)));
    }
    if (isNumber(schema)) {
      long high = schema.path("maximum").asLong();
      values.addAll(List.of("0", "-1", "many", "1.5", "1e2", Long.toString(high + 1), "９"));
    }
    if (schema.path("format").asText().equals("date")) {
      values.addAll(List.of("yesterday", "2026-02-30", "2026-2-1", "+12026-02-01", "-0001-01-01"));
    }
    if (schema.has("maxLength")) {
      values.add("x".repeat(schema.get("maxLength").asInt() + 1));
      values.addAll(NEVER_NAMES);
    }
    if (schema.path("minLength").asInt() > 0) {
      values.add("   ");
    }
    return values;
  }
}
