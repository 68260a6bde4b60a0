package inventory.ingest.dynamodb;

import inventory.ingest.domain.FileRegister;
import inventory.model.FileKind;
import inventory.model.FileStatus;
import inventory.model.inbox.Outcome;
import inventory.model.inbox.Registration;
import inventory.model.inbox.Upload;
import inventory.model.inbox.dynamodb.FileRecords;
import inventory.model.table.FileItem;
import java.time.Instant;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.ReturnValue;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;

/** File records in the table, with the claims that inventory files make. */
public final class DynamoDbFileRegister implements FileRegister {

  private static final Logger LOG = LoggerFactory.getLogger(DynamoDbFileRegister.class);

  private final DynamoDbClient client;
  private final String table;
  private final FileRecords records;
  private final ContentClaims claims;

  /** Wires the register. */
  public DynamoDbFileRegister(DynamoDbClient client, String table, FileRecords records) {
    this.client = client;
    this.table = table;
    this.records = records;
    this.claims = new ContentClaims(client, table);
  }

  @Override
  public Registration register(Upload upload) {
    return records.register(upload);
  }

  @Override
  public Registration release(String fileId, FileStatus from, Instant at) {
    UpdateItemRequest release =
        FileItem.release(from, at)
            .request(table, FileItem.key(fileId))
            .returnValues(ReturnValue.ALL_NEW)
            .build();
    try {
      return FileRecords.registration(client.updateItem(release).attributes());
    } catch (ConditionalCheckFailedException e) {
      if (!e.hasItem()) {
        throw new IllegalStateException("there is no record of file " + fileId, e);
      }
      // Not a failure: it was released before, or cannot be.
      return FileRecords.registration(e.item());
    }
  }

  @Override
  public Claim claim(Upload upload, String sha256, int rules) {
    return claims.claim(upload, sha256, rules);
  }

  @Override
  public Claim start(Upload upload, int rules) {
    try {
      client.updateItem(
          FileItem.start(FileKind.COUNT, Optional.empty(), rules)
              .request(table, FileItem.key(upload.fileId()))
              .build());
      return Claim.GRANTED;
    } catch (ConditionalCheckFailedException e) {
      // Not a failure: the record says why the work must not begin.
      return ContentClaims.refused(e.item());
    }
  }

  @Override
  public void finish(Upload upload, Outcome outcome) {
    records.finish(upload, outcome);
  }

  @Override
  public void raiseRejected(Upload upload, long rejected) {
    try {
      client.updateItem(
          FileItem.raiseRejected(rejected).request(table, FileItem.key(upload.fileId())).build());
    } catch (ConditionalCheckFailedException e) {
      // Not a failure: another process has recorded as many, or more.
      LOG.debug("{} has {} rejects or more", upload.key(), rejected);
    }
  }
}
