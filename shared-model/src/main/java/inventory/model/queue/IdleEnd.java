package inventory.model.queue;

import io.micronaut.context.annotation.Context;
import io.micronaut.context.annotation.Requires;
import io.micronaut.context.annotation.Value;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.TaskScheduler;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Named;
import java.time.Duration;
import java.util.concurrent.ScheduledFuture;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Ends the process after a while without messages. For tasks that something starts when there is
 * work.
 */
@Context
@Requires(property = "inventory.end-when-idle")
@Requires(beans = QueueConsumers.class)
final class IdleEnd {

  private static final Logger LOG = LoggerFactory.getLogger(IdleEnd.class);

  private static final int LOOKS = 10;

  private final QueueConsumers consumers;
  private final Duration patience;
  private final ScheduledFuture<?> looking;

  IdleEnd(
      QueueConsumers consumers,
      @Value("${inventory.end-when-idle}") Duration patience,
      @Named(TaskExecutors.SCHEDULED) TaskScheduler scheduler) {
    this.consumers = consumers;
    this.patience = patience;
    Duration period = patience.dividedBy(LOOKS);
    looking = scheduler.scheduleWithFixedDelay(period, period, this::look);
  }

  @PreDestroy
  void end() {
    looking.cancel(false);
  }

  private void look() {
    Duration idle = consumers.idle();
    if (idle.compareTo(patience) >= 0) {
      LOG.info("No message for {}: ending", idle);
      // On another thread: the hooks of the exit wait for the scheduler's.
      new Thread(() -> System.exit(0), "end").start();
    }
  }
}
