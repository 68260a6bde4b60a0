package inventory.threshold.dynamodb;

import inventory.model.FileStatus;
import inventory.model.inbox.Outcome;
import inventory.model.inbox.Upload;
import inventory.model.inbox.dynamodb.FileRecords;
import inventory.threshold.domain.FileRegister;

/** File records in the table. */
public final class DynamoDbFileRegister implements FileRegister {

  private final FileRecords records;

  /** Keeps them among the records of all files. */
  public DynamoDbFileRegister(FileRecords records) {
    this.records = records;
  }

  @Override
  public FileStatus register(Upload upload) {
    return records.register(upload).status();
  }

  @Override
  public void finish(Upload upload, Outcome outcome) {
    records.finish(upload, outcome);
  }
}
