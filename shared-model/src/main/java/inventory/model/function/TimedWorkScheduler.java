package inventory.model.function;

import io.micronaut.context.annotation.Context;
import io.micronaut.context.annotation.Requires;
import io.micronaut.context.env.Environment;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.TaskScheduler;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Named;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ScheduledFuture;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs all {@link TimedWork} of a service at start and after each interval. */
@Context
@Requires(beans = TimedWork.class)
@Requires(notEnv = Environment.FUNCTION)
final class TimedWorkScheduler {

  private static final Logger LOG = LoggerFactory.getLogger(TimedWorkScheduler.class);

  private final List<TimedWork> works;
  private final TaskScheduler scheduler;
  private final List<ScheduledFuture<?>> running = new ArrayList<>();

  TimedWorkScheduler(
      List<TimedWork> works, @Named(TaskExecutors.SCHEDULED) TaskScheduler scheduler) {
    this.works = works;
    this.scheduler = scheduler;
  }

  @PostConstruct
  void begin() {
    for (TimedWork work : works) {
      running.add(
          scheduler.scheduleWithFixedDelay(Duration.ZERO, work.interval(), () -> run(work)));
    }
  }

  /**
   * A scheduler stops after a failure, and other works must run, so failures end here.
   *
   * @return whether it succeeded
   */
  static boolean run(TimedWork work) {
    try {
      work.run();
      return true;
    } catch (RuntimeException e) {
      LOG.error("Could not {}; will retry", work.name(), e);
      return false;
    }
  }

  @PreDestroy
  void end() {
    running.forEach(future -> future.cancel(false));
  }
}
