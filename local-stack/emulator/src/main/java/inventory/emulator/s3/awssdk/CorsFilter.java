package inventory.emulator.s3.awssdk;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Tells browsers what pages of other sites may do, as their buckets are configured. S3Proxy has one
 * rule for all buckets, which is not how S3 works.
 */
final class CorsFilter extends HttpFilter {

  private static final long serialVersionUID = 1L;

  private static final String ORIGIN = "Origin";
  private static final String METHOD = "Access-Control-Request-Method";
  private static final String HEADERS = "Access-Control-Request-Headers";
  private static final String SEPARATOR = ", ";

  private final transient Buckets buckets;

  CorsFilter(Buckets buckets) {
    this.buckets = buckets;
  }

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    if (request.getHeader(ORIGIN) == null) {
      chain.doFilter(request, response);
      return;
    }
    boolean isPreflight =
        request.getMethod().equals("OPTIONS") && request.getHeader(METHOD) != null;
    Optional<CorsConfiguration.Rule> rule = rule(request, isPreflight);
    rule.ifPresent(found -> allow(found, request, response));
    if (!isPreflight) {
      chain.doFilter(request, response);
    } else if (rule.isEmpty()) {
      response.sendError(HttpServletResponse.SC_FORBIDDEN);
    }
  }

  private Optional<CorsConfiguration.Rule> rule(HttpServletRequest request, boolean isPreflight) {
    String method = isPreflight ? request.getHeader(METHOD) : request.getMethod();
    List<String> headers = isPreflight ? asked(request.getHeader(HEADERS)) : List.of();
    return buckets
        .configuration(bucket(request), BucketDocument.CORS.parameter())
        .map(CorsConfiguration::parse)
        .flatMap(cors -> cors.find(request.getHeader(ORIGIN), method, headers));
  }

  private static List<String> asked(String headers) {
    return headers == null
        ? List.of()
        : Stream.of(headers.split(",")).map(String::strip).filter(name -> !name.isEmpty()).toList();
  }

  private static String bucket(HttpServletRequest request) {
    String path = request.getRequestURI().substring(1);
    int end = path.indexOf('/');
    return URLDecoder.decode(end < 0 ? path : path.substring(0, end), StandardCharsets.UTF_8);
  }

  private static void allow(
      CorsConfiguration.Rule rule, HttpServletRequest request, HttpServletResponse response) {
    response.setHeader("Access-Control-Allow-Origin", request.getHeader(ORIGIN));
    response.setHeader("Access-Control-Allow-Methods", String.join(SEPARATOR, rule.methods()));
    response.setHeader("Vary", String.join(SEPARATOR, ORIGIN, HEADERS, METHOD));
    if (request.getHeader(HEADERS) != null) {
      response.setHeader("Access-Control-Allow-Headers", request.getHeader(HEADERS));
    }
    if (!rule.exposed().isEmpty()) {
      response.setHeader("Access-Control-Expose-Headers", String.join(SEPARATOR, rule.exposed()));
    }
    if (!rule.maxAge().isEmpty()) {
      response.setHeader("Access-Control-Max-Age", rule.maxAge());
    }
  }
}
