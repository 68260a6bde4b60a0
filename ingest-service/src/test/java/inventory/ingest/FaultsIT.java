package inventory.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import inventory.model.FileStatus;
import io.micronaut.context.annotation.Property;
import io.micronaut.context.annotation.Requires;
import io.micronaut.context.event.BeanCreatedEvent;
import io.micronaut.context.event.BeanCreatedEventListener;
import jakarta.inject.Singleton;
import java.math.BigInteger;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.http.SdkHttpClient;

/** A store and a network that fail many calls change no level and lose no file. */
class FaultsIT {

  private static final int FILES = 25;
  private static final int ROWS = 60;

  @Test
  void levelsAreRightAndNothingIsInTheDeadLetterQueue() {
    try (IngestFixture service = new IngestFixture(Map.of(Faults.PERCENT, 20))) {
      Map<String, Long> expected = new HashMap<>();
      Map<String, String> files = new LinkedHashMap<>();
      Random random = new Random(4);
      for (int i = 0; i < FILES; i++) {
        String fileId = service.put("faults-" + i + ".csv", file(random, expected));
        files.put(fileId, "faults-" + i + ".csv");
      }

      files.forEach(
          (fileId, key) ->
              assertThat(service.awaitFinished(fileId).status())
                  .as(key)
                  .isEqualTo(FileStatus.APPLIED));

      expected.forEach(
          (item, level) ->
              assertThat(service.level("W", item)).as(item).contains(BigInteger.valueOf(level)));
      Faults faults = service.server().getApplicationContext().getBean(Faults.class);
      assertThat(faults.count()).isGreaterThan(30);
      await()
          .atMost(Duration.ofSeconds(60))
          .until(() -> service.messagesIn(service.ingestQueue()), count -> count == 0);
      assertThat(service.messagesIn(service.ingestQueue() + "-dlq")).isZero();
    }
  }

  /** Changes that are later than any count, so the count comes late however it is delivered. */
  @Test
  void aLateCountOfABusyItemIsRightThoughThreeCallsInTenFail() {
    try (IngestFixture service = new IngestFixture(Map.of(Faults.PERCENT, 30))) {
      List<String> files = new ArrayList<>();
      long sum = 0;
      for (int i = 0; i < FILES; i++) {
        if (i == FILES / 2) {
          files.add(service.put("count.csv", "store,item,count\nW,busy,1000\n"));
        }
        files.add(
            service.put(
                "busy-" + i + ".csv",
                "Timestamp,WarehouseName,ItemId,ItemName,StockLevelChange\n"
                    + "2190-01-01T00:00:%02dZ,W,busy,name,%d\n".formatted(i, i + 1)
                    + "2190-01-01T00:00:%02dZ,W,of its own %d,name,1\n".formatted(i, i)));
        sum += i + 1;
      }

      files.forEach(
          file -> assertThat(service.awaitFinished(file).status()).isEqualTo(FileStatus.APPLIED));

      assertThat(service.level("W", "busy")).contains(BigInteger.valueOf(1000 + sum));
      await()
          .atMost(Duration.ofSeconds(60))
          .until(() -> service.messagesIn(service.ingestQueue()), count -> count == 0);
      assertThat(service.messagesIn(service.ingestQueue() + "-dlq")).isZero();
    }
  }

  /** Puts the faults between every client and its service. */
  @Singleton
  @Requires(property = Faults.PERCENT)
  static final class Faults implements BeanCreatedEventListener<SdkHttpClient> {

    static final String PERCENT = "test.fault-percent";

    private final int percent;
    private FaultyHttpClient network;

    Faults(@Property(name = PERCENT) int percent) {
      this.percent = percent;
    }

    @Override
    public SdkHttpClient onCreated(BeanCreatedEvent<SdkHttpClient> event) {
      network = new FaultyHttpClient(event.getBean(), 17, percent);
      return network;
    }

    int count() {
      return network.faults();
    }
  }

  private static String file(Random random, Map<String, Long> expected) {
    StringBuilder content =
        new StringBuilder("Timestamp,WarehouseName,ItemId,ItemName,StockLevelChange\n");
    for (int i = 0; i < ROWS; i++) {
      String item = "i" + random.nextInt(120);
      long change = random.nextInt(100) - 40L;
      content.append(
          "2026-11-20T10:%02d:%02dZ,W,%s,name,%d\n"
              .formatted(random.nextInt(60), random.nextInt(60), item, change));
      expected.merge(item, change, Long::sum);
    }
    return content.toString();
  }
}
