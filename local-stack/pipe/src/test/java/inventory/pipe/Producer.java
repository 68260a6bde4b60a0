package inventory.pipe;

import inventory.testkit.EmbeddedStream;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.kinesis.KinesisClient;
import software.amazon.awssdk.services.kinesis.model.PutRecordsRequestEntry;
import software.amazon.awssdk.services.kinesis.model.PutRecordsResponse;

/** Puts numbered records into a stream: the texts of a key are {@code 0}, {@code 1} and so on. */
final class Producer {

  private static final int BATCH = 100;

  private final KinesisClient kinesis;
  private final String stream;

  Producer(EmbeddedStream stream) {
    this(stream.kinesis(), stream.name());
  }

  Producer(KinesisClient kinesis, String stream) {
    this.kinesis = kinesis;
    this.stream = stream;
  }

  /** The keys {@code a-0} and so on, for {@code a}. */
  static List<String> keys(String name, int count) {
    return IntStream.range(0, count).mapToObj(i -> name + "-" + i).toList();
  }

  /** Puts a record of each number into each key, all of a number before those of the next. */
  void put(List<String> keys, int from, int to) {
    List<PutRecordsRequestEntry> all = new ArrayList<>();
    for (int number = from; number < to; number++) {
      for (String key : keys) {
        all.add(entry(key, String.valueOf(number)));
      }
    }
    for (int i = 0; i < all.size(); i += BATCH) {
      List<PutRecordsRequestEntry> batch = all.subList(i, Math.min(all.size(), i + BATCH));
      PutRecordsResponse response = kinesis.putRecords(r -> r.streamName(stream).records(batch));
      if (response.failedRecordCount() != 0) {
        throw new IllegalStateException(
            response.records().stream()
                .map(record -> record.errorCode() + " " + record.errorMessage())
                .collect(Collectors.joining(", ")));
      }
    }
  }

  /** Puts one record; returns its id, as the pipe tells it. */
  String put(String key, String text) {
    var response =
        kinesis.putRecord(
            r -> r.streamName(stream).partitionKey(key).data(SdkBytes.fromUtf8String(text)));
    return response.shardId() + ":" + response.sequenceNumber();
  }

  private static PutRecordsRequestEntry entry(String key, String text) {
    return PutRecordsRequestEntry.builder()
        .partitionKey(key)
        .data(SdkBytes.fromUtf8String(text))
        .build();
  }
}
