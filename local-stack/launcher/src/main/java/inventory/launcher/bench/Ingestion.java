package inventory.launcher.bench;

import inventory.launcher.bench.Work.WorkFile;
import inventory.model.FileId;
import inventory.model.FileStatus;
import inventory.model.table.Keys;
import inventory.model.table.Table;
import inventory.stack.LaunchException;
import inventory.stack.aws.AwsClients;
import inventory.stack.aws.ResourceNames;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Files through the whole system: put into the bucket, until the last one is finished. */
final class Ingestion {

  private static final Duration LONGEST = Duration.ofMinutes(10);
  // Each poll takes a little of the store that is measured.
  private static final long POLL_MILLIS = 20;

  private final AwsClients clients;
  private final ResourceNames names;

  Ingestion(AwsClients clients, ResourceNames names) {
    this.clients = clients;
    this.names = names;
  }

  /**
   * What was measured.
   *
   * @param fileIds the files' records
   * @param putNanos how long the puts alone took
   * @param nanos from the first put to the last finished record
   */
  record Run(List<String> fileIds, long putNanos, long nanos) {}

  /**
   * Puts all files, one after the other, and waits until each is finished: then its levels are
   * durable, so that every strongly consistent read finds them.
   *
   * @throws LaunchException if one ends otherwise than applied, or takes too long
   */
  Run run(Work work) throws InterruptedException {
    long begin = System.nanoTime();
    List<String> fileIds = new ArrayList<>();
    for (WorkFile file : work.files()) {
      fileIds.add(put(file));
    }
    long put = System.nanoTime();
    for (String fileId : fileIds) {
      awaitApplied(fileId, begin);
    }
    return new Run(fileIds, put - begin, System.nanoTime() - begin);
  }

  private String put(WorkFile file) {
    String version =
        clients
            .s3()
            .putObject(
                request -> request.bucket(names.bucket()).key(file.key()),
                RequestBody.fromFile(file.path()))
            .versionId();
    return FileId.of(file.key(), version);
  }

  private void awaitApplied(String fileId, long begin) throws InterruptedException {
    FileStatus status = status(fileId);
    while (!status.finished()) {
      if (System.nanoTime() - begin > LONGEST.toNanos()) {
        throw new LaunchException("file " + fileId + " is still " + status + " after " + LONGEST);
      }
      TimeUnit.MILLISECONDS.sleep(POLL_MILLIS);
      status = status(fileId);
    }
    if (status != FileStatus.APPLIED) {
      throw new LaunchException("file " + fileId + " ended as " + status + ", not APPLIED");
    }
  }

  private FileStatus status(String fileId) {
    Map<String, AttributeValue> item =
        clients
            .dynamoDb()
            .getItem(
                request ->
                    request
                        .tableName(names.table())
                        .consistentRead(true)
                        .key(
                            Map.of(
                                Table.PK, AttributeValue.fromS(Keys.file(fileId)),
                                Table.SK, AttributeValue.fromS(Keys.ONLY))))
            .item();
    return item.isEmpty()
        ? FileStatus.RECEIVED
        : FileStatus.valueOf(item.get(Table.File.STATUS).s());
  }
}
