package inventory.alert;

import static org.assertj.core.api.Assertions.assertThat;

import inventory.model.AlertId;
import inventory.model.StockState;
import inventory.model.message.ChangedItems.Item;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Two services with hints that arrive twice and in any order. */
class TwoServicesIT {

  private static final int ITEMS = 400;
  private static final int HINTS_IN_MESSAGE = 10;
  private static final int MESSAGES_IN_ROUND = 80;
  // Each message is sent once, and every second one twice: 10,800 hints with -Psoak, else 1,200.
  private static final int ROUNDS = Boolean.getBoolean("soak") ? 9 : 1;

  private static final Pattern ITEM = Pattern.compile("Berlin +(\\S+) .*");

  private final Random random = new Random(4711);
  private final Map<String, Integer> levels = new TreeMap<>();

  @Test
  void endInTheRightStatesAndReportEachTransitionOnce() {
    try (AlertFixture alert =
        new AlertFixture(
            Map.of("inventory.notify-recovery", "true", "inventory.alert-consumers", "2"))) {
      alert.startOne();

      for (int round = 0; round < ROUNDS; round++) {
        change(alert);
        // If a level changes again during a check, one e-mail reports only the last state.
        alert.awaitHandled();
      }

      assertThat(alert.deadLetters()).isEmpty();
      Map<String, Integer> reported = reported(alert);
      levels.forEach(
          (item, level) -> assertRight(alert, item, level, reported.getOrDefault(item, 0)));
    }
  }

  /** Changes levels, and then sends messages in any order. */
  private void change(AlertFixture alert) {
    List<Item[]> messages = new ArrayList<>();
    for (int i = 0; i < MESSAGES_IN_ROUND; i++) {
      Item[] message = new Item[HINTS_IN_MESSAGE];
      for (int j = 0; j < HINTS_IN_MESSAGE; j++) {
        message[j] = change(alert, "item-" + random.nextInt(ITEMS));
      }
      messages.add(message);
      if (i % 2 == 0) {
        messages.add(message);
      }
    }
    Collections.shuffle(messages, random);
    messages.forEach(alert::send);
  }

  private Item change(AlertFixture alert, String item) {
    int level = random.nextInt(20) - 3;
    levels.put(item, level);
    return alert.levels().put("Berlin", item, item, Integer.toString(level));
  }

  /** How often each item is listed in an e-mail. */
  private static Map<String, Integer> reported(AlertFixture alert) {
    Map<String, Integer> reported = new HashMap<>();
    alert.mails().stream()
        .flatMap(mail -> mail.rows().stream())
        .forEach(row -> reported.merge(ITEM.matcher(row).replaceAll("$1"), 1, Integer::sum));
    return reported;
  }

  private static void assertRight(AlertFixture alert, String item, int level, int reported) {
    Map<String, AttributeValue> record =
        alert.levels().alert(new AlertId(item, Optional.of("Berlin")));
    StockState state = StockState.of(BigInteger.valueOf(level), 10);
    assertThat(record.isEmpty() ? "OK" : record.get("state").s())
        .as("state of %s at %d", item, level)
        .isEqualTo(state.name());
    assertThat(record.isEmpty() ? "0" : record.get("notices").n())
        .as("notices of %s", item)
        .isEqualTo(Integer.toString(reported));
  }
}
