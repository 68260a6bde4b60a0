package inventory.chaos;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.apache.http.ConnectionClosedException;
import org.apache.http.HttpResponse;
import org.apache.http.HttpVersion;
import org.apache.http.entity.ContentType;
import org.apache.http.entity.StringEntity;
import org.apache.http.message.BasicHttpResponse;
import org.apache.http.util.EntityUtils;

/** Answers that AWS gives on bad days, in the form of each service. */
final class Answers {

  private static final ContentType JSON = ContentType.parse("application/x-amz-json-1.0");

  private Answers() {}

  static HttpResponse throttled(Call call) {
    if (call.target().isEmpty()) {
      return xml(503, "SlowDown");
    }
    boolean isQueue = call.target().get().startsWith("AmazonSQS");
    return json(
        400, error(isQueue ? "ThrottlingException" : "ProvisionedThroughputExceededException"));
  }

  static HttpResponse failed(Call call) {
    return call.target().isEmpty()
        ? xml(500, "InternalError")
        : json(500, error("InternalServerError"));
  }

  /** The first of the writes conflicts. */
  static HttpResponse conflicted(Call call) throws IOException {
    ObjectNode error = error("TransactionCanceledException");
    ArrayNode reasons = error.putArray("CancellationReasons");
    for (int i = 0; i < call.parsed().path("TransactItems").size(); i++) {
      reasons.addObject().put("Code", i == 0 ? "TransactionConflict" : "None");
    }
    return json(400, error);
  }

  /** The effect without the answer. */
  static HttpResponse lost(Call call) throws IOException {
    EntityUtils.consume(call.forward().getEntity());
    throw new ConnectionClosedException("the answer is lost");
  }

  /** The answer of a call that arrives late. */
  static HttpResponse late(Call call, int millis) throws IOException {
    try {
      TimeUnit.MILLISECONDS.sleep(millis);
      return call.forward();
    } catch (InterruptedException e) {
      throw new IOException("the proxy ends", e);
    }
  }

  private static ObjectNode error(String code) {
    return Call.JSON.createObjectNode().put("__type", "chaos#" + code).put("message", "chaos");
  }

  private static HttpResponse json(int status, ObjectNode body) {
    return answer(status, new StringEntity(body.toString(), JSON));
  }

  private static HttpResponse xml(int status, String code) {
    String body = "<Error><Code>" + code + "</Code><Message>chaos</Message></Error>";
    return answer(status, new StringEntity(body, ContentType.APPLICATION_XML));
  }

  private static HttpResponse answer(int status, StringEntity body) {
    HttpResponse answer = new BasicHttpResponse(HttpVersion.HTTP_1_1, status, null);
    answer.setEntity(body);
    answer.setHeader(body.getContentType());
    return answer;
  }
}
