package inventory.launcher.generate;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.kinesis.KinesisClient;
import software.amazon.awssdk.services.kinesis.model.PutRecordsRequestEntry;
import software.amazon.awssdk.services.kinesis.model.PutRecordsResponse;
import software.amazon.awssdk.services.kinesis.model.PutRecordsResultEntry;

/** Publishes to a Kinesis stream. */
public final class KinesisEvents implements EventTarget {

  private static final int MAX_RECORDS = 500;
  private static final long MAX_BYTES = 5 << 20;
  private static final int SERVER_FAULT = 500;

  private final KinesisClient kinesis;
  private final String stream;

  /** Publishes to the stream of this name. */
  public KinesisEvents(KinesisClient kinesis, String stream) {
    this.kinesis = kinesis;
    this.stream = stream;
  }

  @Override
  public int maxRecords() {
    return MAX_RECORDS;
  }

  @Override
  public long maxBytes() {
    return MAX_BYTES;
  }

  @Override
  public long bytes(EventRecord record) {
    return (long) record.bytes().length
        + record.partitionKey().getBytes(StandardCharsets.UTF_8).length;
  }

  @Override
  public List<Refusal> send(List<EventRecord> batch) {
    List<PutRecordsRequestEntry> entries = batch.stream().map(KinesisEvents::entry).toList();
    try {
      return refusals(kinesis.putRecords(r -> r.streamName(stream).records(entries)));
    } catch (AwsServiceException e) {
      if (e.isThrottlingException() || e.statusCode() >= SERVER_FAULT) {
        return IntStream.range(0, batch.size())
            .mapToObj(index -> new Refusal(index, e.getMessage()))
            .toList();
      }
      throw e;
    }
  }

  private static List<Refusal> refusals(PutRecordsResponse response) {
    List<Refusal> refusals = new ArrayList<>();
    List<PutRecordsResultEntry> results = response.records();
    for (int i = 0; i < results.size(); i++) {
      PutRecordsResultEntry result = results.get(i);
      if (result.errorCode() != null) {
        refusals.add(new Refusal(i, result.errorCode() + ": " + result.errorMessage()));
      }
    }
    return refusals;
  }

  private static PutRecordsRequestEntry entry(EventRecord record) {
    return PutRecordsRequestEntry.builder()
        .partitionKey(record.partitionKey())
        .data(SdkBytes.fromByteArray(record.bytes()))
        .build();
  }
}
