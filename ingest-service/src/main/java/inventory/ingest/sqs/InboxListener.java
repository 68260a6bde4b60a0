package inventory.ingest.sqs;

import inventory.ingest.IngestSettings;
import inventory.ingest.domain.FileIngestion;
import inventory.ingest.s3.S3OwnObjects;
import inventory.model.FileStatus;
import inventory.model.inbox.FileLifecycle;
import inventory.model.inbox.S3Notifications;
import inventory.model.inbox.Upload;
import inventory.model.message.ReleaseRequest.Release;
import inventory.model.queue.QueueListener;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Processes the uploads in S3's notifications, and the files that operators release. */
@Singleton
final class InboxListener implements QueueListener {

  private static final Logger LOG = LoggerFactory.getLogger(InboxListener.class);

  private final ReleaseRequests releases;
  private final S3Notifications notifications;
  private final S3OwnObjects own;
  private final FileIngestion ingestion;
  private final FileLifecycle files;
  private final LargeFiles largeFiles;
  private final IngestSettings settings;

  InboxListener(
      ReleaseRequests releases,
      S3Notifications notifications,
      S3OwnObjects own,
      FileIngestion ingestion,
      FileLifecycle files,
      LargeFiles largeFiles,
      IngestSettings settings) {
    this.releases = releases;
    this.notifications = notifications;
    this.own = own;
    this.ingestion = ingestion;
    this.files = files;
    this.largeFiles = largeFiles;
    this.settings = settings;
  }

  @Override
  public String queue() {
    return settings.ingestQueue();
  }

  @Override
  public String queueVariable() {
    return "INVENTORY_INGEST_QUEUE";
  }

  @Override
  public int consumers() {
    return settings.consumers();
  }

  @Override
  public void handle(String body) {
    Optional<Release> release = releases.release(body);
    if (release.isPresent()) {
      String fileId = release.get().fileId();
      if (!largeFiles.sendOn(body, () -> List.of(files.find(fileId).upload()))) {
        release(release.get());
      }
    } else {
      List<Upload> uploads =
          notifications.uploads(body).stream().filter(upload -> !own.contains(upload)).toList();
      if (!largeFiles.sendOn(body, () -> uploads)) {
        uploads.forEach(this::ingest);
      }
    }
  }

  private void release(Release release) {
    FileStatus from = FileStatus.valueOf(release.from());
    FileStatus status = ingestion.release(release.fileId(), from, release.decision());
    LOG.info("{} {}, released from {}", status, release.fileId(), from);
  }

  private void ingest(Upload upload) {
    FileStatus status = ingestion.ingest(upload);
    LOG.info("{} {} ({})", status, upload.key(), upload.fileId());
  }
}
