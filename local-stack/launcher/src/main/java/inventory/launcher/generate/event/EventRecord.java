package inventory.launcher.generate.event;

import java.nio.charset.StandardCharsets;

/**
 * A record to publish.
 *
 * @param partitionKey the product's id: records with the same key keep their order
 * @param data what the producer sends
 */
public record EventRecord(String partitionKey, String data) {

  byte[] bytes() {
    return data.getBytes(StandardCharsets.UTF_8);
  }
}
