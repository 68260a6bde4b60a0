package inventory.ingest;

import inventory.ingest.projection.dynamodb.StreamPoller;
import io.micronaut.context.annotation.Requires;
import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.inject.Singleton;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Polls the table's stream where no Lambda function reads it. */
@Singleton
@Requires(property = StreamFollower.ENABLED, value = "true")
final class StreamFollower {

  /** The setting that enables it. */
  static final String ENABLED = "inventory.follow-stream";

  private static final Logger LOG = LoggerFactory.getLogger(StreamFollower.class);

  private final StreamPoller poller;

  StreamFollower(StreamPoller poller) {
    this.poller = poller;
  }

  @Scheduled(fixedDelay = "250ms")
  void poll() {
    try {
      poller.poll();
    } catch (RuntimeException e) {
      LOG.warn("the table's stream cannot be counted for now", e);
    }
  }
}
