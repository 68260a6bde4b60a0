package inventory.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.model.CompletedPart;
import tools.jackson.databind.JsonNode;

@Tag("full")
class RestartIT {

  @TempDir private Path data;

  /** What a run of the emulator acknowledged. */
  private record Kept(
      String bucket, String queue, String first, String second, String upload, CompletedPart part) {

    static Kept store(Clients clients) {
      String bucket = clients.newVersionedBucket();
      String queue = clients.newQueue();
      clients.announce(bucket, queue);
      String first = put(clients, bucket, "one");
      String second = put(clients, bucket, "two");
      String upload = begin(clients, bucket);
      return new Kept(bucket, queue, first, second, upload, uploadPart(clients, bucket, upload));
    }

    void assertThere(Clients clients) {
      assertThat(read(clients, bucket, first)).isEqualTo("one");
      assertThat(read(clients, bucket, second)).isEqualTo("two");
      List<JsonNode> messages = clients.receive(queue);
      assertThat(messages)
          .extracting(m -> m.at("/Records/0/s3/object/versionId").asString())
          .containsExactlyInAnyOrder(first, second);

      String third = put(clients, bucket, "three");
      assertThat(List.of(first, second)).doesNotContain(third);
      JsonNode event = clients.receiveEvent(queue);
      assertThat(event.at("/s3/object/versionId").asString()).isEqualTo(third);
      assertThat(event.at("/s3/object/sequencer").asString())
          .isGreaterThan(messages.get(0).at("/Records/0/s3/object/sequencer").asString())
          .isGreaterThan(messages.get(1).at("/Records/0/s3/object/sequencer").asString());

      clients.s3.completeMultipartUpload(
          b -> b.bucket(bucket).key("k").uploadId(upload).multipartUpload(u -> u.parts(part)));
      assertThat(read(clients, bucket, null)).isEqualTo("part");
      assertThat(clients.s3.headObject(b -> b.bucket(bucket).key("k")).contentType())
          .isEqualTo("text/csv");
    }
  }

  @Test
  void everythingAcknowledgedSurvivesAKillAndAStop() throws Exception {
    Kept beforeTheKill;
    try (EmulatorProcess emulator = EmulatorProcess.start("--data=" + data);
        Clients clients = new Clients(emulator)) {
      beforeTheKill = Kept.store(clients);
      emulator.kill();
    }

    Kept beforeTheEnd;
    try (EmulatorProcess emulator = EmulatorProcess.start("--data=" + data);
        Clients clients = new Clients(emulator)) {
      beforeTheKill.assertThere(clients);
      beforeTheEnd = Kept.store(clients);
      emulator.terminate();
    }

    try (EmulatorProcess emulator = EmulatorProcess.start("--data=" + data);
        Clients clients = new Clients(emulator)) {
      beforeTheEnd.assertThere(clients);
    }
  }

  private static String begin(Clients clients, String bucket) {
    return clients
        .s3
        .createMultipartUpload(b -> b.bucket(bucket).key("k").contentType("text/csv"))
        .uploadId();
  }

  private static CompletedPart uploadPart(Clients clients, String bucket, String upload) {
    String etag =
        clients
            .s3
            .uploadPart(
                b -> b.bucket(bucket).key("k").uploadId(upload).partNumber(1),
                RequestBody.fromString("part"))
            .eTag();
    return CompletedPart.builder().partNumber(1).eTag(etag).build();
  }

  private static String put(Clients clients, String bucket, String content) {
    return clients
        .s3
        .putObject(b -> b.bucket(bucket).key("k"), RequestBody.fromString(content))
        .versionId();
  }

  private static String read(Clients clients, String bucket, String versionId) {
    return clients
        .s3
        .getObjectAsBytes(b -> b.bucket(bucket).key("k").versionId(versionId))
        .asUtf8String();
  }
}
