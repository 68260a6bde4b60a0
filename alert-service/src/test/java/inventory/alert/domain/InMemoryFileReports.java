package inventory.alert.domain;

import inventory.alert.notification.FileReport;
import inventory.alert.outbox.Delivery;
import inventory.alert.outbox.FileEvent;
import inventory.alert.outbox.FileReports;
import inventory.alert.outbox.Trigger;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** File records in memory. */
public final class InMemoryFileReports implements FileReports {

  private final InMemoryAlerts outbox;
  private final Map<String, FileReport> files = new HashMap<>();
  private final Set<String> reported = new HashSet<>();

  public InMemoryFileReports(InMemoryAlerts outbox) {
    this.outbox = outbox;
  }

  public void put(String fileId, FileReport file) {
    files.put(fileId, file);
  }

  @Override
  public FileReport find(String fileId) {
    if (!files.containsKey(fileId)) {
      throw new IllegalStateException("there is no record of file " + fileId);
    }
    return files.get(fileId);
  }

  @Override
  public void notifyOnce(FileReport file, Collection<Delivery> deliveries, Trigger trigger) {
    String fileId = file.fileId();
    if (find(fileId).status() == file.status() && reported.add(fileId)) {
      outbox.enqueue(deliveries, "FILE#" + fileId, trigger, new FileEvent(fileId));
    }
  }
}
