package inventory.alert;

import inventory.alert.audience.RuleDispatch;
import inventory.alert.domain.FreshnessCheck;
import inventory.alert.domain.RulesCheck;
import inventory.alert.domain.SnoozeCheck;
import inventory.alert.outbox.OutboxDispatcher;
import inventory.alert.outbox.OutboxWatch;
import inventory.model.function.TimedWork;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Value;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.time.Duration;

/**
 * Sends what is due, and ends the snoozes that are over, at start and every few seconds. Works run
 * by themselves, so that a mail server that is slow for one audience delays nothing else.
 */
@Factory
final class Schedule {

  private static final Duration SELDOM = Duration.ofMinutes(1);

  private final Duration interval;

  Schedule(@Value("${inventory.dispatch-interval:2s}") Duration interval) {
    this.interval = interval;
  }

  /** The pause between two looks at what is due. */
  Duration interval() {
    return interval;
  }

  @Singleton
  @Named("snoozes")
  TimedWork snoozes(SnoozeCheck snoozes) {
    return new Work("end snoozes", interval, snoozes::check);
  }

  @Singleton
  @Named("freshness")
  TimedWork freshness(FreshnessCheck freshness) {
    return new Work("find silent warehouses", SELDOM, freshness::check);
  }

  @Singleton
  @Named("rules")
  TimedWork rules(RulesCheck rules) {
    return new Work("check stock by changed settings", SELDOM, rules::check);
  }

  @Singleton
  @Named(Wiring.PURCHASING)
  TimedWork purchasing(@Named(Wiring.PURCHASING) OutboxDispatcher dispatcher) {
    return new Work("notify purchasing", interval, dispatcher::dispatch);
  }

  @Singleton
  @Named(Wiring.OPERATIONS)
  TimedWork operations(@Named(Wiring.OPERATIONS) OutboxDispatcher dispatcher) {
    return new Work("notify operations", interval, dispatcher::dispatch);
  }

  /** An alarm reports a function that fails, and the log a service. */
  @Singleton
  @Named("watch")
  TimedWork watch(OutboxWatch watch) {
    return new Work("send notifications in time", SELDOM, watch::check);
  }

  @Singleton
  @Named("recipients")
  TimedWork recipients(RuleDispatch dispatch) {
    return new Work("notify recipients of rules", interval, dispatch::dispatch);
  }

  /**
   * Work that is repeated.
   *
   * @param name what it does, for the log
   */
  private record Work(String name, Duration interval, Runnable work) implements TimedWork {

    @Override
    public void run() {
      work.run();
    }
  }
}
