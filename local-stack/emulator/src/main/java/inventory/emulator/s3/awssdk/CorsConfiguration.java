package inventory.emulator.s3.awssdk;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.gaul.s3proxy.S3ErrorCode;
import org.gaul.s3proxy.S3ProxyException;
import org.w3c.dom.Element;

/**
 * What the pages of other sites may do with a bucket's objects.
 *
 * @param rules in the order of the document; the first that matches holds
 */
record CorsConfiguration(List<Rule> rules) {

  /**
   * Reads the document of PutBucketCors.
   *
   * @throws S3ProxyException MalformedXML if it has no rule, or one without an origin or a method
   */
  static CorsConfiguration parse(String xml) {
    List<Rule> rules = Xml.children(Xml.root(xml)).stream().map(Rule::of).toList();
    boolean isComplete =
        rules.stream().noneMatch(rule -> rule.origins().isEmpty() || rule.methods().isEmpty());
    if (rules.isEmpty() || !isComplete) {
      throw new S3ProxyException(S3ErrorCode.MALFORMED_X_M_L);
    }
    return new CorsConfiguration(rules);
  }

  /** The rule by which a page of an origin may use a method with these headers. */
  Optional<Rule> find(String origin, String method, List<String> headers) {
    return rules.stream().filter(rule -> rule.allows(origin, method, headers)).findFirst();
  }

  /**
   * One rule; in origins and headers a {@code *} stands for any characters.
   *
   * @param exposed the headers of an answer that a page may read
   * @param maxAge for how many seconds a browser may rely on it; empty if the client gave none
   */
  record Rule(
      List<String> origins,
      List<String> methods,
      List<String> headers,
      List<String> exposed,
      String maxAge) {

    private static Rule of(Element rule) {
      return new Rule(
          Xml.texts(rule, "AllowedOrigin"),
          Xml.texts(rule, "AllowedMethod"),
          Xml.texts(rule, "AllowedHeader"),
          Xml.texts(rule, "ExposeHeader"),
          Xml.text(rule, "MaxAgeSeconds"));
    }

    private boolean allows(String origin, String method, List<String> asked) {
      return origins.stream().anyMatch(pattern -> matches(pattern, origin))
          && methods.contains(method)
          && asked.stream().allMatch(this::allowsHeader);
    }

    private boolean allowsHeader(String header) {
      String name = header.toLowerCase(Locale.ROOT);
      return headers.stream().anyMatch(one -> matches(one.toLowerCase(Locale.ROOT), name));
    }

    private static boolean matches(String pattern, String text) {
      return text.matches(Pattern.quote(pattern).replace("*", "\\E.*\\Q"));
    }
  }
}
