package inventory.alert.domain;

import inventory.alert.notification.Audience;
import inventory.alert.outbox.FreshnessRecords;
import inventory.model.FileKind;
import java.time.Instant;
import java.util.List;

class InMemoryFreshnessRecordsTest extends FreshnessRecordsContract {

  private final InMemoryFreshnessRecords records = new InMemoryFreshnessRecords();

  @Override
  protected FreshnessRecords records() {
    return records;
  }

  @Override
  protected void file(String fileId, FileKind kind, Instant uploadedAt) {
    records.file(fileId, kind, uploadedAt);
  }

  @Override
  protected List<String> noticed(Audience audience) {
    return records.noticed(audience);
  }
}
