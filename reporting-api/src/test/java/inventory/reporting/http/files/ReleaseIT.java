package inventory.reporting.http.files;

import static org.assertj.core.api.Assertions.assertThat;

import inventory.model.FileId;
import inventory.model.FileKind;
import inventory.model.FileStatus;
import inventory.model.resource.Queues;
import inventory.reporting.fixture.ReportingApi;
import inventory.reporting.fixture.ReportingFixture;
import inventory.reporting.fixture.StoredFacts;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import software.amazon.awssdk.services.sqs.model.Message;

/** The requests to ingest-service. Its own tests cover what it does with them. */
class ReleaseIT {

  @RegisterExtension static final ReportingFixture FIXTURE = new ReportingFixture();

  private static final Instant TIME = Instant.parse("2026-02-15T11:00:00Z");

  private final ReportingApi api = FIXTURE.api();
  private final StoredFacts facts = FIXTURE.facts();

  @ParameterizedTest
  @EnumSource(names = {"HELD", "DUPLICATE"})
  void aFileThatWasLeftOutIsAskedToBeApplied(FileStatus status) {
    String id = id(status.name());
    facts.file(id, "left-out.csv", TIME, status, FileKind.TRANSACTIONS);

    ReportingApi.Answer answer = api.post("/files/" + id + "/release");

    assertThat(answer.status()).isEqualTo(202);
    assertThat(answer.body().get("id").getStringValue()).isEqualTo(id);
    assertThat(answer.body().get("status").getStringValue()).isEqualTo(status.name());
    assertThat(requests())
        .singleElement()
        .asString()
        .startsWith("{\"release\":{\"fileId\":\"" + id + "\",\"from\":\"" + status + "\",\"at\":")
        .endsWith(",\"by\":\"operator\"}}");
  }

  @ParameterizedTest
  @EnumSource(
      names = {"HELD", "DUPLICATE"},
      mode = EnumSource.Mode.EXCLUDE)
  void aFileThatWasNotLeftOutCannotBeReleased(FileStatus status) {
    String id = id(status.name());
    facts.file(id, "applied.csv", TIME, status, FileKind.TRANSACTIONS);

    ReportingApi.Answer answer = api.post("/files/" + id + "/release");

    assertThat(answer.status()).isEqualTo(409);
    assertThat(answer.contentType()).isEqualTo("application/problem+json");
    assertThat(answer.body().get("detail").getStringValue())
        .isEqualTo(
            "The file "
                + id
                + " is "
                + status
                + ". Only a HELD or DUPLICATE file can be released.");
    assertThat(requests()).isEmpty();
  }

  @Test
  void aFileThatWasReleasedBeforeIsNotAskedForAgain() {
    String id = id("released");
    facts.file(id, "released.csv", TIME, FileStatus.APPLIED, FileKind.TRANSACTIONS);
    facts.released(id, TIME.plusSeconds(60));

    ReportingApi.Answer answer = api.post("/files/" + id + "/release");

    assertThat(answer.status()).isEqualTo(202);
    assertThat(answer.body().get("releasedAt").getStringValue()).isEqualTo("2026-02-15T11:01:00Z");
    assertThat(requests()).isEmpty();
  }

  @Test
  void anUnknownFileIsNotFound() {
    assertThat(api.post("/files/" + id("unknown") + "/release").status()).isEqualTo(404);
    assertThat(api.post("/files/x/release").status()).isEqualTo(404);
  }

  private static String id(String name) {
    return FileId.of(name, "v1");
  }

  /** Receives all messages from ingest-service's queue. */
  private static List<String> requests() {
    String url = FIXTURE.resources().queueUrl(FIXTURE.resources().queue(Queues.INGEST));
    List<Message> messages =
        FIXTURE
            .resources()
            .sqs()
            .receiveMessage(request -> request.queueUrl(url).maxNumberOfMessages(10))
            .messages();
    messages.forEach(
        message ->
            FIXTURE
                .resources()
                .sqs()
                .deleteMessage(
                    request -> request.queueUrl(url).receiptHandle(message.receiptHandle())));
    return messages.stream()
        .map(Message::body)
        // S3 says there that it will.
        .filter(body -> !body.contains("s3:TestEvent"))
        .toList();
  }
}
