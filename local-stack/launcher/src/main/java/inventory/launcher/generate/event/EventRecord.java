package inventory.launcher.generate.event;

import java.nio.charset.StandardCharsets;

/** A record to publish. Records with the same partition key, the product id, keep their order. */
public record EventRecord(String partitionKey, String data) {

  byte[] bytes() {
    return data.getBytes(StandardCharsets.UTF_8);
  }
}
