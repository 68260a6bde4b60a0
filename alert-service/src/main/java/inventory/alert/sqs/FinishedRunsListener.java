package inventory.alert.sqs;

import inventory.alert.domain.RunCheck;
import inventory.alert.webhook.EventFeed;
import inventory.model.message.FinishedRun;
import inventory.model.queue.QueueListener;
import io.micronaut.json.JsonMapper;
import jakarta.inject.Singleton;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Passes each ended validation run to {@link RunCheck}, and to those who subscribed to it. */
@Singleton
final class FinishedRunsListener implements QueueListener {

  private static final Logger LOG = LoggerFactory.getLogger(FinishedRunsListener.class);

  private final RunCheck check;
  private final EventFeed events;
  private final JsonMapper json;
  private final QueueSettings settings;

  FinishedRunsListener(RunCheck check, EventFeed events, JsonMapper json, QueueSettings settings) {
    this.check = check;
    this.events = events;
    this.json = json;
    this.settings = settings;
  }

  @Override
  public String queue() {
    return settings.runsQueue();
  }

  @Override
  public String queueVariable() {
    return QueueSettings.RUNS_VARIABLE;
  }

  @Override
  public int consumers() {
    return 1;
  }

  @Override
  public void handle(String body) {
    FinishedRun run = Messages.read(json, body, FinishedRun.class);
    check.check(run.runId(), run.ending());
    events.runEnded(run.runId(), run.ending());
    LOG.info("Notified operations of ending {} of validation run {}", run.ending(), run.runId());
  }
}
