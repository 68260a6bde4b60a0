package inventory.alert.audience;

import inventory.alert.notification.Audience;
import inventory.alert.notification.Audience.Purpose;
import inventory.alert.outbox.Outbox;
import inventory.alert.outbox.OutboxDispatcher;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Sends to the people whom rules name what is due, one audience after the other. An audience that
 * cannot be reached is tried again after a while, and the others are not.
 *
 * <p>Entries for a rule that was removed or renamed are sent to purchasing. They are looked for
 * every few minutes.
 *
 * <p>If nothing is due, a dispatch is one read. Else it is four reads for each rule, and what
 * {@link OutboxDispatcher} needs for those with something due.
 */
public final class RuleDispatch {

  private static final Duration REMOVED_RULES_INTERVAL = Duration.ofMinutes(5);

  private final Recipients recipients;
  private final Outbox outbox;
  private final Function<Audience.Rule, OutboxDispatcher> dispatcherOf;
  private final Supplier<Instant> now;
  private final Map<Audience.Rule, OutboxDispatcher> dispatchers = new HashMap<>();
  private Instant nextSearch = Instant.MIN;

  /**
   * Creates the dispatch.
   *
   * @param dispatcherOf creates the dispatcher of an audience
   * @param now the clock
   */
  public RuleDispatch(
      Recipients recipients,
      Outbox outbox,
      Function<Audience.Rule, OutboxDispatcher> dispatcherOf,
      Supplier<Instant> now) {
    this.recipients = recipients;
    this.outbox = outbox;
    this.dispatcherOf = dispatcherOf;
    this.now = now;
  }

  /**
   * Sends what is due. Must not be called by two threads at the same time.
   *
   * @throws RuntimeException if the outbox cannot be reached
   */
  public void dispatch() {
    Instant at = now.get();
    if (outbox.oldestDue(at).isEmpty()) {
      return;
    }
    Set<Audience.Rule> audiences = audiences();
    if (!nextSearch.isAfter(at)) {
      outbox.dueAudiences(at).stream()
          .map(Audience::ruleOf)
          .flatMap(Optional::stream)
          .forEach(audiences::add);
      nextSearch = at.plus(REMOVED_RULES_INTERVAL);
    }
    dispatchers.keySet().retainAll(audiences);
    audiences.forEach(audience -> dispatchers.computeIfAbsent(audience, dispatcherOf).dispatch());
  }

  private Set<Audience.Rule> audiences() {
    Set<Audience.Rule> audiences = new LinkedHashSet<>();
    recipients
        .current()
        .rules()
        .forEach(
            rule -> {
              for (Purpose purpose : Purpose.values()) {
                audiences.add(new Audience.Rule(rule.name(), purpose));
              }
            });
    return audiences;
  }
}
