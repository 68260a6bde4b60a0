package inventory.emulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.model.CORSRule;
import software.amazon.awssdk.services.s3.model.S3Exception;

/** Signatures, pages of other sites, and the documents of a bucket. */
@Tag("full")
class S3AccessIT {

  private static Clients clients;
  private static Clients intruder;

  @BeforeAll
  static void connect() {
    clients = new Clients(EmulatorProcess.shared());
    intruder = new Clients(EmulatorProcess.shared(), "another secret");
  }

  @AfterAll
  static void disconnect() {
    clients.close();
    intruder.close();
  }

  @Test
  void aWrongSignatureIsRefusedOnEveryPath() {
    String bucket = clients.newBucket();

    assertRefused(() -> intruder.s3.listObjectsV2(b -> b.bucket(bucket)));
    assertRefused(
        () -> intruder.s3.putObject(b -> b.bucket(bucket).key("k"), RequestBody.fromString("x")));
    assertRefused(
        () ->
            intruder.s3.putBucketNotificationConfiguration(
                b -> b.bucket(bucket).notificationConfiguration(n -> {})));
    assertRefused(() -> intruder.s3.getBucketCors(b -> b.bucket(bucket)));
    assertThat(clients.s3.listObjectsV2(b -> b.bucket(bucket)).contents()).isEmpty();
  }

  @Test
  void aRequestWithoutSignatureIsRefused() throws Exception {
    String bucket = clients.newBucket();
    clients.s3.putObject(b -> b.bucket(bucket).key("k"), RequestBody.fromString("x"));

    assertThat(get("/" + bucket + "/k").statusCode()).isEqualTo(403);
    assertThat(get("/" + bucket + "?notification").statusCode()).isEqualTo(403);
    assertThat(get("/" + bucket + "?cors").body()).contains("<Code>AccessDenied</Code>");
  }

  @Test
  void pagesOfThisMachineMayUseABucketAndOthersMayNot() throws Exception {
    String bucket = clients.newBucket();

    HttpResponse<String> allowed =
        preflight(bucket, "http://127.0.0.1:8080", "PUT", "Content-Type");
    assertThat(allowed.statusCode()).isEqualTo(200);
    assertThat(allowed.headers().firstValue("access-control-allow-origin"))
        .contains("http://127.0.0.1:8080");
    assertThat(allowed.headers().firstValue("access-control-allow-methods")).contains("GET, PUT");
    assertThat(preflight(bucket, "http://other.example", "PUT", "").statusCode()).isEqualTo(403);
    assertThat(preflight(bucket, "http://127.0.0.1:8080", "DELETE", "").statusCode())
        .isEqualTo(400);
  }

  @Test
  void aBucketsCorsRulesComeBack() {
    String bucket = clients.newBucket();
    assertThatThrownBy(() -> clients.s3.getBucketCors(b -> b.bucket(bucket)))
        .satisfies(e -> assertThat(code(e)).isEqualTo("NoSuchCORSConfiguration"));
    CORSRule rule =
        CORSRule.builder()
            .allowedOrigins("http://127.0.0.1:*")
            .allowedMethods("PUT")
            .allowedHeaders("content-*")
            .build();

    clients.s3.putBucketCors(b -> b.bucket(bucket).corsConfiguration(c -> c.corsRules(rule)));

    assertThat(clients.s3.getBucketCors(b -> b.bucket(bucket)).corsRules()).containsExactly(rule);
  }

  private static HttpResponse<String> preflight(
      String bucket, String origin, String method, String headers) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(EmulatorProcess.shared().endpoint("s3").resolve("/" + bucket + "/k"))
            .method("OPTIONS", HttpRequest.BodyPublishers.noBody())
            .header("origin", origin)
            .header("access-control-request-method", method)
            .header("access-control-request-headers", headers)
            .build();
    return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
  }

  private static void assertRefused(ThrowingCallable request) {
    assertThatThrownBy(request)
        .isInstanceOf(S3Exception.class)
        .satisfies(e -> assertThat(code(e)).isEqualTo("SignatureDoesNotMatch"));
  }

  private static HttpResponse<String> get(String path) throws Exception {
    URI uri = EmulatorProcess.shared().endpoint("s3").resolve(path);
    return HttpClient.newHttpClient()
        .send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString());
  }

  private static String code(Throwable e) {
    return ((S3Exception) e).awsErrorDetails().errorCode();
  }
}
