package inventory.ingest;

import static org.assertj.core.api.Assertions.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;
import static software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName.MESSAGE_DEDUPLICATION_ID;
import static software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName.MESSAGE_GROUP_ID;

import inventory.model.resource.Queues;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.sqs.model.Message;

/** What the validation is told, over the queue itself. */
class ValidationQueueIT {

  private static final IngestFixture SERVICE = new IngestFixture(Map.of());

  @AfterAll
  static void stop() {
    SERVICE.close();
  }

  @Test
  void everyFileIsNamedForTheValidationWellOrNotInOneGroup() {
    String good = SERVICE.put("arrivals/good.csv", "store,item,count\nBerlin,a,3\n");
    SERVICE.awaitFinished(good);
    String bad = SERVICE.put("arrivals/bad.csv", "no header of ours\n");
    SERVICE.awaitFinished(bad);

    List<Message> messages = SERVICE.receiveAll(SERVICE.resources().queue(Queues.VALIDATION));

    assertThat(messages)
        .extracting(message -> message.attributes().get(MESSAGE_GROUP_ID))
        .containsOnly("files");
    assertThat(messages)
        .extracting(message -> message.attributes().get(MESSAGE_DEDUPLICATION_ID))
        .containsSubsequence(good + "-1", bad + "-1");
    assertThat(messages)
        .extracting(Message::body)
        .filteredOn(body -> body.contains("arrivals/good.csv"))
        .singleElement(as(STRING))
        .contains("\"fileId\":\"" + good + "\"", "\"versioned\":true");
  }
}
