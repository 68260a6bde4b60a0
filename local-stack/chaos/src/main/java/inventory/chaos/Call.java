package inventory.chaos;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.http.Header;
import org.apache.http.HttpEntity;
import org.apache.http.HttpEntityEnclosingRequest;
import org.apache.http.HttpRequest;
import org.apache.http.HttpResponse;
import org.apache.http.entity.ByteArrayEntity;
import org.apache.http.message.BasicHttpEntityEnclosingRequest;
import org.apache.http.protocol.HTTP;
import org.apache.http.util.EntityUtils;

/** One attempt of a program to call AWS. */
public final class Call {

  static final ObjectMapper JSON = new ObjectMapper();

  private static final String TARGET = "X-Amz-Target";
  private static final Pattern ATTEMPT = Pattern.compile("attempt=(\\d+); max=(\\d+)");

  private final HttpRequest request;
  private final HttpEntity body;
  private final Forwarding forwarding;

  /** Sends a request to AWS. */
  @FunctionalInterface
  interface Forwarding {
    HttpResponse send(HttpRequest request, HttpEntity body) throws IOException;
  }

  private Call(HttpRequest request, HttpEntity body, Forwarding forwarding) {
    this.request = request;
    this.body = body;
    this.forwarding = forwarding;
  }

  /** Reads the body of a call in JSON, as of DynamoDB and SQS; another one is streamed. */
  static Call of(HttpRequest request, Forwarding forwarding) throws IOException {
    HttpEntity body =
        request instanceof HttpEntityEnclosingRequest enclosing ? enclosing.getEntity() : null;
    boolean isJson = request.containsHeader(TARGET) && body != null;
    return new Call(
        request, isJson ? new ByteArrayEntity(EntityUtils.toByteArray(body)) : body, forwarding);
  }

  /** The same call with another body. */
  public Call with(String json) {
    return new Call(
        request, new ByteArrayEntity(json.getBytes(StandardCharsets.UTF_8)), forwarding);
  }

  /** Another call of the same service; it is not signed. */
  Call another(String operation, ObjectNode json) {
    String service = target().orElseThrow();
    HttpRequest other = new BasicHttpEntityEnclosingRequest("POST", "/");
    other.addHeader(TARGET, service.substring(0, service.indexOf('.') + 1) + operation);
    other.addHeader(HTTP.CONTENT_TYPE, "application/x-amz-json-1.0");
    return new Call(other, null, forwarding).with(json.toString());
  }

  /** The service and the operation of a call in JSON, as {@code DynamoDB_20120810.GetItem}. */
  public Optional<String> target() {
    return Optional.ofNullable(request.getFirstHeader(TARGET)).map(Header::getValue);
  }

  /** The operation, as {@code GetItem}; of S3 as {@code GET object}. */
  public String operation() {
    return target().map(t -> t.substring(t.indexOf('.') + 1)).orElseGet(() -> method() + " object");
  }

  /** The HTTP method. */
  public String method() {
    return request.getRequestLine().getMethod();
  }

  /** The path with the query, as it was sent. */
  public String path() {
    return request.getRequestLine().getUri();
  }

  /** The body of a call in JSON. */
  public String json() throws IOException {
    return EntityUtils.toString(body, StandardCharsets.UTF_8);
  }

  /** The body of a call in JSON. */
  ObjectNode parsed() throws IOException {
    return (ObjectNode) JSON.readTree(json());
  }

  /** Whether the SDK attempts it again if this attempt fails, the first or the second of them. */
  boolean mayFail() {
    Header header = request.getFirstHeader("amz-sdk-request");
    Matcher numbers = ATTEMPT.matcher(header == null ? "" : header.getValue());
    // A client that does not retry has only first attempts: its program retries.
    int attempt = numbers.find() ? Integer.parseInt(numbers.group(1)) : 1;
    return attempt == 1 || (attempt == 2 && Integer.parseInt(numbers.group(2)) > 2);
  }

  /** Calls AWS. */
  public HttpResponse forward() throws IOException {
    return forwarding.send(request, body);
  }
}
