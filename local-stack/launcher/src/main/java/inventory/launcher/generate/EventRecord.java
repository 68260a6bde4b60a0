package inventory.launcher.generate;

import java.nio.charset.StandardCharsets;

/**
 * A record to be published.
 *
 * @param partitionKey the product's id: records of one key keep their order
 * @param data what the producer says, UTF-8
 */
public record EventRecord(String partitionKey, String data) {

  byte[] bytes() {
    return data.getBytes(StandardCharsets.UTF_8);
  }
}
