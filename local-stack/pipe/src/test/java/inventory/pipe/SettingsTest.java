package inventory.pipe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SettingsTest {

  private final Map<String, String> variables =
      new HashMap<>(Map.of("INVENTORY_PIPE_CHECKPOINT", "folder/checkpoint.json"));

  @Test
  void namesThatAreNotSetAreTheStandardOnes() {
    assertThat(Settings.of(variables))
        .isEqualTo(
            new Settings(
                "inventory-events",
                "inventory-events.fifo",
                "inventory-events-undelivered",
                Path.of("folder/checkpoint.json")));
  }

  @Test
  void allNamesCanBeSet() {
    variables.put("INVENTORY_STREAM", "a");
    variables.put("INVENTORY_EVENTS_QUEUE", "b.fifo");
    variables.put("INVENTORY_EVENTS_UNDELIVERED_QUEUE", "c");
    variables.put("AWS_ENDPOINT_URL_KINESIS", "http://127.0.0.1:4565");
    assertThat(Settings.of(variables))
        .isEqualTo(new Settings("a", "b.fifo", "c", Path.of("folder/checkpoint.json")));
  }

  @Test
  void whatIsWrongIsSaidWithValueRuleAndRemedy() {
    refused("INVENTORY_STREAM", "a b", "set it to a stream's name");
    refused("INVENTORY_EVENTS_QUEUE", "events", "which ends in .fifo");
    refused("INVENTORY_EVENTS_UNDELIVERED_QUEUE", "events.fifo", "a standard queue's name");
    refused("INVENTORY_PIPE_CHECKPOINT", "", "set it to the file");
    refused("INVENTORY_PIPE_CHECKPOINT", "src", "set it to the file");
    refused("AWS_ENDPOINT_URL_KINESIS", "localhost:4565", "set it to a URL");
    refused("AWS_ENDPOINT_URL_SQS", "not a url", "set it to a URL");
  }

  private void refused(String variable, String value, String remedy) {
    Map<String, String> wrong = new HashMap<>(variables);
    wrong.put(variable, value);
    assertThatThrownBy(() -> Settings.of(wrong))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContainingAll(variable + " is \"" + value + "\"", remedy);
  }
}
