package inventory.launcher.generate.event;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.kinesis.KinesisClient;
import software.amazon.awssdk.services.kinesis.model.PutRecordsRequestEntry;
import software.amazon.awssdk.services.kinesis.model.PutRecordsResultEntry;

/** Publishes records to a Kinesis stream. */
public final class KinesisEvents implements EventTarget {

  private static final int MAX_RECORDS = 500;
  private static final int SERVER_FAULT = 500;

  private final KinesisClient kinesis;
  private final String stream;

  /** Publishes to the stream with this name. */
  public KinesisEvents(KinesisClient kinesis, String stream) {
    this.kinesis = kinesis;
    this.stream = stream;
  }

  @Override
  public int maxRecords() {
    return MAX_RECORDS;
  }

  @Override
  public Map<Integer, String> send(List<EventRecord> batch) {
    Map<Integer, String> rejected = new HashMap<>();
    try {
      List<PutRecordsRequestEntry> entries = batch.stream().map(KinesisEvents::entry).toList();
      List<PutRecordsResultEntry> results =
          kinesis.putRecords(r -> r.streamName(stream).records(entries)).records();
      for (int i = 0; i < results.size(); i++) {
        if (results.get(i).errorCode() != null) {
          rejected.put(i, results.get(i).errorCode() + ": " + results.get(i).errorMessage());
        }
      }
    } catch (AwsServiceException e) {
      if (!e.isThrottlingException() && e.statusCode() < SERVER_FAULT) {
        throw e;
      }
      for (int i = 0; i < batch.size(); i++) {
        rejected.put(i, e.getMessage());
      }
    }
    return rejected;
  }

  private static PutRecordsRequestEntry entry(EventRecord record) {
    return PutRecordsRequestEntry.builder()
        .partitionKey(record.partitionKey())
        .data(SdkBytes.fromByteArray(record.bytes()))
        .build();
  }
}
