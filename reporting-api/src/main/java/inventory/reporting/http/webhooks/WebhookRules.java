package inventory.reporting.http.webhooks;

import inventory.model.NamePattern;
import inventory.model.Names;
import inventory.model.webhook.WebhookEndpoint.Filter;
import inventory.model.webhook.WebhookEventType;
import inventory.model.webhook.WebhookFormat;
import inventory.model.webhook.WebhookUrl;
import inventory.reporting.http.Parameters;
import inventory.reporting.http.problems.BadParameterException;
import io.micronaut.core.annotation.Nullable;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * The rules for new endpoints.
 *
 * @param urls which URLs may receive messages
 */
public record WebhookRules(WebhookUrl urls) {

  private static final int MAX_DESCRIPTION = 200;

  private static final List<String> FORMATS = List.of("cloudevents", "slack", "teams");

  String url(@Nullable String value) {
    String url = Parameters.given(value).orElse("");
    Optional<String> problem = urls.problemWith(url);
    if (problem.isPresent()) {
      throw new BadParameterException("url", url, problem.get());
    }
    return url;
  }

  WebhookFormat format(@Nullable String value) {
    String format = Parameters.given(value).orElse(FORMATS.get(0));
    if (!FORMATS.contains(format)) {
      throw new BadParameterException("format", format, "one of " + FORMATS);
    }
    return WebhookFormat.valueOf(format.toUpperCase(Locale.ROOT));
  }

  Filter filter(WebhookRequest request) {
    return new Filter(
        types(request.types()),
        pattern("warehouses", request.warehouses()),
        pattern("items", request.items()));
  }

  private static Set<WebhookEventType> types(@Nullable List<String> values) {
    if (values == null || values.isEmpty()) {
      return Set.copyOf(WebhookEventType.CHOICES);
    }
    Set<WebhookEventType> types = new HashSet<>();
    values.forEach(value -> types.add(type(String.valueOf(value))));
    return types;
  }

  private static WebhookEventType type(String value) {
    return WebhookEventType.named(value)
        .filter(WebhookEventType.CHOICES::contains)
        .orElseThrow(
            () ->
                new BadParameterException(
                    "types",
                    value,
                    "one of "
                        + WebhookEventType.CHOICES.stream()
                            .map(WebhookEventType::wireName)
                            .toList()));
  }

  private static NamePattern pattern(String parameter, @Nullable String value) {
    String text = Parameters.given(value).orElse(NamePattern.ALL.text());
    if (NamePattern.problemWith(text).isPresent()) {
      throw new BadParameterException(
          parameter,
          text,
          "at most "
              + NamePattern.MAX_LENGTH
              + " characters, not only spaces, without control characters");
    }
    return new NamePattern(text);
  }

  String description(@Nullable String value) {
    String text = Parameters.given(value).orElse("");
    boolean isTooLong = text.codePointCount(0, text.length()) > MAX_DESCRIPTION;
    if (isTooLong || (!text.isEmpty() && Names.problemWith(text).isPresent())) {
      throw new BadParameterException(
          "description",
          text,
          "at most " + MAX_DESCRIPTION + " characters, without control characters");
    }
    return text;
  }
}
