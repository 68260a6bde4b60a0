package inventory.pipe.domain;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;

/** Records with what a test does not care about filled in. */
final class Records {

  static final StreamId STREAM =
      new StreamId(
          "arn:aws:kinesis:eu-central-1:000000000000:stream/events",
          Instant.parse("2026-01-01T00:00:00Z"));

  private static final Instant ARRIVED = Instant.parse("2026-01-02T03:04:05.678Z");

  private Records() {}

  static ShardRecord of(String shard, int number, String key, String text) {
    return new ShardRecord(shard, String.valueOf(number), key, ARRIVED, base64(text));
  }

  /** Of one shard, numbered from 1; each text is a key and the number. */
  static List<ShardRecord> ofKeys(String... keys) {
    ShardRecord[] records = new ShardRecord[keys.length];
    Arrays.setAll(records, i -> of("shard", i + 1, keys[i], keys[i] + (i + 1)));
    return List.of(records);
  }

  private static String base64(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }
}
