package inventory.emulator.s3;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.gaul.s3proxy.S3ErrorCode;
import org.gaul.s3proxy.S3ProxyException;
import org.gaul.s3proxy.S3Servlet;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.services.s3.model.S3Exception;

/** Answers the requests about a bucket's documents, which S3Proxy does not know. */
final class BucketDocumentFilter extends HttpFilter {

  private static final long serialVersionUID = 1L;

  private static final int MAX_DOCUMENT_BYTES = 1 << 20;
  private static final int NOT_FOUND = 404;

  private final transient S3Servlet s3;
  private final transient BucketDocuments documents;
  private final transient EventPublisher events;

  BucketDocumentFilter(S3Servlet s3, BucketDocuments documents, EventPublisher events) {
    this.s3 = s3;
    this.documents = documents;
    this.events = events;
  }

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    Optional<String> document = document(request);
    if (document.isEmpty()) {
      chain.doFilter(request, response);
      return;
    }
    try {
      byte[] body = request.getInputStream().readNBytes(MAX_DOCUMENT_BYTES);
      s3.check(request, new BucketCheck(request), response, new ByteArrayInputStream(body));
      answer(document.get(), bucket(request), request, body, response);
    } catch (S3Exception e) {
      s3.refuse(request, response, e);
    }
  }

  /** The document that the request names; empty if it names none. */
  private static Optional<String> document(HttpServletRequest request) {
    String path = request.getRequestURI();
    boolean ofBucket = path.indexOf('/', 1) < 0 || path.indexOf('/', 1) == path.length() - 1;
    return ofBucket && request.getQueryString() != null
        ? BucketDocuments.ALL.stream().filter(d -> request.getParameter(d) != null).findFirst()
        : Optional.empty();
  }

  private static String bucket(HttpServletRequest request) {
    String path = URLDecoder.decode(request.getRequestURI(), StandardCharsets.UTF_8).substring(1);
    return path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
  }

  private void answer(
      String document,
      String bucket,
      HttpServletRequest request,
      byte[] body,
      HttpServletResponse response)
      throws IOException {
    switch (request.getMethod()) {
      case "GET" -> {
        byte[] text = get(document, bucket).getBytes(StandardCharsets.UTF_8);
        response.setContentType("application/xml");
        response.getOutputStream().write(text);
      }
      case "PUT" -> put(document, bucket, new String(body, StandardCharsets.UTF_8));
      default -> throw new S3ProxyException(S3ErrorCode.METHOD_NOT_ALLOWED);
    }
  }

  private String get(String document, String bucket) {
    Optional<String> text = documents.get(bucket, document);
    if (text.isEmpty() && document.equals(BucketDocuments.NOTIFICATION)) {
      return "<NotificationConfiguration/>";
    }
    return text.orElseThrow(() -> absent(bucket));
  }

  private void put(String document, String bucket, String text) {
    if (document.equals(BucketDocuments.NOTIFICATION)) {
      NotificationConfiguration configuration = NotificationConfiguration.parse(text);
      try {
        events.test(bucket, configuration);
      } catch (IllegalStateException e) {
        throw new S3ProxyException(
            S3ErrorCode.INVALID_ARGUMENT,
            "Unable to validate the following destination configurations: " + e.getMessage(),
            e);
      }
    }
    documents.put(bucket, document, text);
  }

  private static S3Exception absent(String bucket) {
    String message = "bucket " + bucket + " has no CORS configuration";
    return (S3Exception)
        S3Exception.builder()
            .statusCode(NOT_FOUND)
            .awsErrorDetails(
                AwsErrorDetails.builder()
                    .errorCode("NoSuchCORSConfiguration")
                    .errorMessage(message)
                    .build())
            .message(message)
            .build();
  }
}
