package inventory.emulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.model.CompletedPart;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.NoSuchBucketException;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.ObjectIdentifier;
import software.amazon.awssdk.services.s3.model.S3Exception;
import tools.jackson.databind.JsonNode;

@Tag("full")
class S3ObjectsIT {

  private static final int PART_BYTES = 5 << 20;

  private static Clients clients;

  @BeforeAll
  static void connect() {
    clients = new Clients(EmulatorProcess.shared());
  }

  @AfterAll
  static void disconnect() {
    clients.close();
  }

  @Test
  void aConditionalPutReplacesOnlyWhatItsWriterHasRead() {
    String bucket = clients.newVersionedBucket();
    RequestBody body = RequestBody.fromString("a line");

    String etag =
        clients.s3.putObject(b -> b.bucket(bucket).key("log").ifNoneMatch("*"), body).eTag();

    assertThatThrownBy(
            () -> clients.s3.putObject(b -> b.bucket(bucket).key("log").ifNoneMatch("*"), body))
        .isInstanceOfSatisfying(S3Exception.class, e -> assertThat(e.statusCode()).isEqualTo(412));
    String next =
        clients
            .s3
            .putObject(
                b -> b.bucket(bucket).key("log").ifMatch(etag), RequestBody.fromString("two"))
            .eTag();
    assertThat(next).isNotEqualTo(etag);
    assertThatThrownBy(
            () -> clients.s3.putObject(b -> b.bucket(bucket).key("log").ifMatch(etag), body))
        .isInstanceOfSatisfying(S3Exception.class, e -> assertThat(e.statusCode()).isEqualTo(412));
    assertThatThrownBy(
            () -> clients.s3.putObject(b -> b.bucket(bucket).key("none").ifMatch(etag), body))
        .isInstanceOf(NoSuchKeyException.class);
    assertThat(clients.s3.getObjectAsBytes(b -> b.bucket(bucket).key("log")).asUtf8String())
        .isEqualTo("two");
  }

  @Test
  void partsBecomeOneObjectAndOneEvent() {
    String bucket = clients.newVersionedBucket();
    String queue = clients.newQueue();
    clients.announce(bucket, queue);
    byte[] content = new byte[PART_BYTES + 3];
    new Random(1).nextBytes(content);

    String id = clients.s3.createMultipartUpload(b -> b.bucket(bucket).key("big")).uploadId();
    CompletedPart second =
        upload(bucket, id, 2, Arrays.copyOfRange(content, PART_BYTES, content.length));
    // Sent again, as a client does after a timeout: the last one counts.
    upload(bucket, id, 1, new byte[PART_BYTES]);
    CompletedPart first = upload(bucket, id, 1, Arrays.copyOf(content, PART_BYTES));
    assertThat(clients.receive(queue)).isEmpty();
    String version =
        clients
            .s3
            .completeMultipartUpload(
                b ->
                    b.bucket(bucket)
                        .key("big")
                        .uploadId(id)
                        .multipartUpload(u -> u.parts(first, second)))
            .versionId();

    assertThat(clients.s3.getObjectAsBytes(b -> b.bucket(bucket).key("big")).asByteArray())
        .isEqualTo(content);
    JsonNode event = clients.receiveEvent(queue);
    assertThat(event.get("eventName").asString())
        .isEqualTo("ObjectCreated:CompleteMultipartUpload");
    assertThat(event.at("/s3/object/size").asLong()).isEqualTo(content.length);
    assertThat(event.at("/s3/object/versionId").asString()).isEqualTo(version);
    assertThat(event.at("/s3/object/eTag").asString()).endsWith("-2");
    assertThat(clients.s3.listMultipartUploads(b -> b.bucket(bucket)).uploads()).isEmpty();
  }

  @Test
  void anAbortedUploadLeavesNothing() {
    String bucket = clients.newBucket();
    String id = clients.s3.createMultipartUpload(b -> b.bucket(bucket).key("big")).uploadId();
    upload(bucket, id, 1, new byte[] {1});

    clients.s3.abortMultipartUpload(b -> b.bucket(bucket).key("big").uploadId(id));

    assertThat(clients.s3.listObjectsV2(b -> b.bucket(bucket)).contents()).isEmpty();
    assertThatThrownBy(() -> upload(bucket, id, 2, new byte[] {2}))
        .isInstanceOf(S3Exception.class)
        .satisfies(e -> assertThat(code(e)).isEqualTo("NoSuchUpload"));
  }

  @Test
  void aRangeIsPartOfTheObject() {
    String bucket = bucketWith("0123456789");

    assertThat(read(bucket, "bytes=2-4")).isEqualTo("234");
    assertThat(read(bucket, "bytes=7-")).isEqualTo("789");
    assertThat(read(bucket, "bytes=-2")).isEqualTo("89");
    assertThat(read(bucket, "bytes=8-99")).isEqualTo("89");
    GetObjectResponse response =
        clients.s3.getObjectAsBytes(b -> b.bucket(bucket).key("k").range("bytes=2-4")).response();
    assertThat(response.contentRange()).isEqualTo("bytes 2-4/10");
    assertThatThrownBy(() -> read(bucket, "bytes=10-"))
        .satisfies(e -> assertThat(((S3Exception) e).statusCode()).isEqualTo(416));
  }

  @Test
  void aConditionalReadOfAnotherContentIsRefused() {
    String bucket = bucketWith("one");
    String etag = clients.s3.headObject(b -> b.bucket(bucket).key("k")).eTag();

    clients.s3.getObjectAsBytes(b -> b.bucket(bucket).key("k").ifMatch(etag));
    assertThatThrownBy(
            () -> clients.s3.getObjectAsBytes(b -> b.bucket(bucket).key("k").ifMatch("\"other\"")))
        .satisfies(e -> assertThat(((S3Exception) e).statusCode()).isEqualTo(412));
    assertThatThrownBy(
            () -> clients.s3.getObjectAsBytes(b -> b.bucket(bucket).key("k").ifNoneMatch(etag)))
        .satisfies(e -> assertThat(((S3Exception) e).statusCode()).isEqualTo(304));
  }

  @Test
  void headersAndMetadataComeBack() {
    String bucket = clients.newBucket();
    clients.s3.putObject(
        b ->
            b.bucket(bucket)
                .key("k")
                .contentType("text/csv")
                .cacheControl("no-store")
                .metadata(Map.of("warehouse", "Berlin 1")),
        RequestBody.fromString("x"));

    GetObjectResponse response =
        clients.s3.getObjectAsBytes(b -> b.bucket(bucket).key("k")).response();

    assertThat(response.contentType()).isEqualTo("text/csv");
    assertThat(response.cacheControl()).isEqualTo("no-store");
    assertThat(response.metadata()).containsEntry("warehouse", "Berlin 1");
  }

  @Test
  void aMissingKeyAndAMissingBucketAreDifferentErrors() {
    String bucket = clients.newBucket();

    assertThatThrownBy(() -> clients.s3.getObjectAsBytes(b -> b.bucket(bucket).key("absent")))
        .isInstanceOf(NoSuchKeyException.class);
    assertThatThrownBy(() -> clients.s3.listObjectsV2(b -> b.bucket("no-such-bucket")))
        .isInstanceOf(NoSuchBucketException.class);
  }

  @Test
  void aBucketIsDeletedOnlyWhenItIsEmpty() {
    String bucket = bucketWith("x");

    assertThatThrownBy(() -> clients.s3.deleteBucket(b -> b.bucket(bucket)))
        .satisfies(e -> assertThat(code(e)).isEqualTo("BucketNotEmpty"));
    clients.s3.deleteObjects(
        b -> b.bucket(bucket).delete(d -> d.objects(ObjectIdentifier.builder().key("k").build())));
    clients.s3.deleteBucket(b -> b.bucket(bucket));
    assertThatThrownBy(() -> clients.s3.listObjectsV2(b -> b.bucket(bucket)))
        .isInstanceOf(NoSuchBucketException.class);
  }

  private static CompletedPart upload(String bucket, String id, int number, byte[] content) {
    String etag =
        clients
            .s3
            .uploadPart(
                b -> b.bucket(bucket).key("big").uploadId(id).partNumber(number),
                RequestBody.fromBytes(content))
            .eTag();
    return CompletedPart.builder().partNumber(number).eTag(etag).build();
  }

  private static String bucketWith(String content) {
    String bucket = clients.newBucket();
    clients.s3.putObject(b -> b.bucket(bucket).key("k"), RequestBody.fromString(content));
    return bucket;
  }

  private static String read(String bucket, String range) {
    return clients.s3.getObjectAsBytes(b -> b.bucket(bucket).key("k").range(range)).asUtf8String();
  }

  private static String code(Throwable e) {
    return ((S3Exception) e).awsErrorDetails().errorCode();
  }
}
