package inventory.emulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.model.BucketVersioningStatus;
import software.amazon.awssdk.services.s3.model.DeleteObjectResponse;
import software.amazon.awssdk.services.s3.model.ListObjectVersionsResponse;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.ObjectVersion;
import software.amazon.awssdk.services.s3.model.S3Exception;

@Tag("full")
class S3VersionsIT {

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
  void eachPutIsAVersionThatStaysReadable() {
    String bucket = clients.newVersionedBucket();

    String first = put(bucket, "one");
    String second = put(bucket, "two");

    assertThat(first).isNotEqualTo(second);
    assertThat(read(bucket, first)).isEqualTo("one");
    assertThat(read(bucket, second)).isEqualTo("two");
    assertThat(read(bucket, null)).isEqualTo("two");
    assertThat(clients.s3.headObject(b -> b.bucket(bucket).key("k").versionId(first)).eTag())
        .isEqualTo("\"f97c5d29941bfb1b2fdab0874906ab82\"");
    assertThat(clients.s3.headObject(b -> b.bucket(bucket).key("k")).versionId()).isEqualTo(second);
  }

  @Test
  void aKeyIsNeverMissingWhileItIsReplaced() throws Exception {
    String bucket = clients.newVersionedBucket();
    put(bucket, "0");
    ExecutorService writer = Executors.newSingleThreadExecutor();
    Future<?> replaced =
        writer.submit(
            () -> IntStream.rangeClosed(1, 200).forEach(i -> put(bucket, String.valueOf(i))));
    int last = 0;
    while (!replaced.isDone()) {
      int read = Integer.parseInt(read(bucket, null));
      assertThat(read).isGreaterThanOrEqualTo(last);
      last = read;
    }
    replaced.get();
    writer.shutdown();
    assertThat(read(bucket, null)).isEqualTo("200");
  }

  @Test
  void aDeleteHidesTheObjectAndKeepsItsVersions() {
    String bucket = clients.newVersionedBucket();
    String version = put(bucket, "one");

    DeleteObjectResponse deleted = clients.s3.deleteObject(b -> b.bucket(bucket).key("k"));

    assertThat(deleted.deleteMarker()).isTrue();
    assertThatThrownBy(() -> read(bucket, null)).isInstanceOf(NoSuchKeyException.class);
    assertThat(clients.s3.listObjectsV2(b -> b.bucket(bucket)).contents()).isEmpty();
    assertThat(read(bucket, version)).isEqualTo("one");

    clients.s3.deleteObject(b -> b.bucket(bucket).key("k").versionId(deleted.versionId()));
    assertThat(read(bucket, null)).isEqualTo("one");
  }

  @Test
  void aVersionThatIsDeletedIsGoneForGood() {
    String bucket = clients.newVersionedBucket();
    String first = put(bucket, "one");
    String second = put(bucket, "two");

    clients.s3.deleteObject(b -> b.bucket(bucket).key("k").versionId(second));

    assertThat(read(bucket, null)).isEqualTo("one");
    assertThatThrownBy(() -> read(bucket, second))
        .isInstanceOf(S3Exception.class)
        .satisfies(
            e ->
                assertThat(((S3Exception) e).awsErrorDetails().errorCode())
                    .isEqualTo("NoSuchVersion"));
    assertThat(read(bucket, first)).isEqualTo("one");
  }

  @Test
  void allVersionsAndMarkersAreListedNewestFirst() {
    String bucket = clients.newVersionedBucket();
    String first = put(bucket, "one");
    String second = put(bucket, "two");
    String marker = clients.s3.deleteObject(b -> b.bucket(bucket).key("k")).versionId();

    ListObjectVersionsResponse listed = clients.s3.listObjectVersions(b -> b.bucket(bucket));

    assertThat(listed.versions())
        .extracting(ObjectVersion::versionId)
        .containsExactly(second, first);
    assertThat(listed.versions()).extracting(ObjectVersion::isLatest).containsOnly(false);
    assertThat(listed.deleteMarkers()).hasSize(1);
    assertThat(listed.deleteMarkers().get(0).versionId()).isEqualTo(marker);
    assertThat(listed.deleteMarkers().get(0).isLatest()).isTrue();
    List<String> paged =
        clients.s3.listObjectVersionsPaginator(b -> b.bucket(bucket).maxKeys(1)).versions().stream()
            .map(ObjectVersion::versionId)
            .toList();
    assertThat(paged).containsExactly(second, first);
  }

  @Test
  void aBucketWithoutVersioningReplacesTheObject() {
    String bucket = clients.newBucket();

    assertThat(put(bucket, "one")).isNull();
    assertThat(put(bucket, "two")).isNull();

    assertThat(read(bucket, null)).isEqualTo("two");
    assertThat(clients.s3.listObjectVersions(b -> b.bucket(bucket)).versions())
        .extracting(ObjectVersion::versionId)
        .containsExactly("null");
    clients.s3.deleteObject(b -> b.bucket(bucket).key("k"));
    clients.s3.deleteBucket(b -> b.bucket(bucket));
  }

  @Test
  void theVersioningStatusComesBack() {
    String bucket = clients.newBucket();
    assertThat(clients.s3.getBucketVersioning(b -> b.bucket(bucket)).status()).isNull();

    clients.s3.putBucketVersioning(
        b ->
            b.bucket(bucket)
                .versioningConfiguration(v -> v.status(BucketVersioningStatus.ENABLED)));

    assertThat(clients.s3.getBucketVersioning(b -> b.bucket(bucket)).status())
        .isEqualTo(BucketVersioningStatus.ENABLED);
  }

  private static String put(String bucket, String content) {
    return clients
        .s3
        .putObject(b -> b.bucket(bucket).key("k"), RequestBody.fromString(content))
        .versionId();
  }

  private static String read(String bucket, String versionId) {
    return clients
        .s3
        .getObjectAsBytes(b -> b.bucket(bucket).key("k").versionId(versionId))
        .asUtf8String();
  }
}
