package inventory.pipe;

import inventory.model.Backoff;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.kinesis.model.Record;

/** Records with defaults for what a test does not care about. */
final class Records {

  static final MessageForm FORM =
      new MessageForm("arn:aws:kinesis:eu-central-1:000000000000:stream/events");
  static final Retries RETRIES = retries(Duration.ofMillis(1), Duration.ofMillis(2));

  private Records() {}

  static Retries retries(Duration first, Duration longest) {
    return new Retries(new Backoff(Integer.MAX_VALUE, first, longest));
  }

  static Record of(int number, String key, String text) {
    return Record.builder()
        .sequenceNumber(String.valueOf(number))
        .partitionKey(key)
        .approximateArrivalTimestamp(Instant.parse("2026-01-02T03:04:05.678Z"))
        .data(SdkBytes.fromUtf8String(text))
        .build();
  }

  /** Numbered from 1; each text is a key and the number. */
  static List<Record> ofKeys(String... keys) {
    Record[] records = new Record[keys.length];
    Arrays.setAll(records, i -> of(i + 1, keys[i], keys[i] + (i + 1)));
    return List.of(records);
  }
}
