package inventory.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import inventory.model.inbox.FileEvents;
import inventory.model.inbox.Upload;
import inventory.model.resource.Queues;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.sqs.model.Message;

/** What a service sends when files have waited for it, so that all its consumers begin at once. */
class FirstMessagesIT {

  private static final int SENDERS = 40;
  private static final Instant TIME = Instant.parse("2026-11-21T08:00:00Z");

  @Test
  void theFirstMessagesOfAllConsumersAreSentThoughItIsAtOnce() throws Exception {
    List<String> fileIds = new ArrayList<>();
    List<Callable<Void>> senders = new ArrayList<>();
    CyclicBarrier start = new CyclicBarrier(SENDERS);
    ExecutorService threads = Executors.newFixedThreadPool(SENDERS);
    try (IngestFixture service = new IngestFixture(Map.of())) {
      FileEvents finished = service.server().getApplicationContext().getBean(FileEvents.class);
      for (int sender = 0; sender < SENDERS; sender++) {
        Upload upload = new Upload("file-" + sender, "v1", true, 1, TIME);
        fileIds.add(upload.fileId());
        senders.add(
            () -> {
              start.await();
              finished.publishFinished(upload);
              return null;
            });
      }

      for (Future<Void> sent : threads.invokeAll(senders)) {
        sent.get();
      }

      assertThat(service.receiveAll(service.resources().queue(Queues.FILES)))
          .extracting(Message::body)
          .containsExactlyInAnyOrderElementsOf(
              fileIds.stream().map("{\"fileId\":\"%s\"}"::formatted).toList());
    } finally {
      threads.shutdownNow();
    }
  }
}
