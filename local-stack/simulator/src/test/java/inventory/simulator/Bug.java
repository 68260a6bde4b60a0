package inventory.simulator;

import inventory.alert.domain.Alerts;
import inventory.alert.domain.StockStatus;
import inventory.alert.domain.StockStatuses;
import inventory.alert.domain.Transition;
import inventory.alert.notification.Audience;
import inventory.alert.notification.Notification;
import inventory.alert.outbox.Notifier;
import inventory.alert.outbox.Outbox;
import inventory.alert.outbox.Trigger;
import inventory.ingest.domain.KnownLevel;
import inventory.ingest.domain.LevelStore;
import inventory.model.movement.Movement;
import inventory.model.movement.StockLevel;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Defects that the simulator must find. Each is a port that breaks one of its promises. */
enum Bug implements Tampering {
  /** A message is deleted before it has its effect. */
  DELETES_BEFORE_THE_EFFECT(MessageQueue.class, "receive") {
    @Override
    Object call(Object real, Method method, Object[] arguments) throws Throwable {
      MessageQueue queue = (MessageQueue) real;
      Optional<MessageQueue.Message> message = queue.receive();
      message.ifPresent(queue::delete);
      return message;
    }
  },
  /** A second sender gets a batch that another one has claimed. */
  OUTBOX_FORGETS_CLAIMS(Outbox.class, "claim") {
    @Override
    Object call(Object real, Method method, Object[] arguments) throws Throwable {
      invoke(real, method, arguments);
      return true;
    }
  },
  /** Entries that arrive while a batch is sent are removed with it. */
  OUTBOX_REMOVES_UNSENT_ENTRIES(Outbox.class, "complete") {
    @Override
    Object call(Object real, Method method, Object[] arguments) {
      Outbox outbox = (Outbox) real;
      Audience audience = (Audience) arguments[0];
      outbox.complete(audience, outbox.due(audience, Instant.MAX));
      return null;
    }
  },
  /** What waits is never found. */
  OUTBOX_HIDES_ENTRIES(Outbox.class, "hasDue") {
    @Override
    Object call(Object real, Method method, Object[] arguments) {
      return false;
    }
  },
  /** An alert is written although another process has changed it. */
  ALERTS_IGNORE_THE_REVISION(Alerts.class, "write") {
    @Override
    Object call(Object real, Method method, Object[] arguments) {
      Alerts alerts = (Alerts) real;
      Collection<?> transitions = (Collection<?>) arguments[0];
      return alerts.write(
          transitions.stream().map(Transition.class::cast).map(t -> current(alerts, t)).toList(),
          (Trigger) arguments[1]);
    }

    private Transition current(Alerts alerts, Transition old) {
      return new Transition(
          old.status(),
          alerts.read(List.of(old.status().alert())).get(old.status().alert()),
          old.after(),
          old.deliveries());
    }
  },
  /** The end of a snooze is recorded without its announcement. */
  SNOOZES_END_SILENTLY(Alerts.class, "endSnooze") {
    @Override
    Object call(Object real, Method method, Object[] arguments) throws Throwable {
      return invoke(real, method, new Object[] {arguments[0], Optional.empty(), arguments[2]});
    }
  },
  /** Levels below zero are left out. */
  NEGATIVE_LEVELS_ARE_LEFT_OUT(StockStatuses.class, "read") {
    @Override
    Object call(Object real, Method method, Object[] arguments) throws Throwable {
      List<?> all = (List<?>) invoke(real, method, arguments);
      return all.stream()
          .map(StockStatus.class::cast)
          .filter(status -> status.level().signum() >= 0)
          .toList();
    }
  },
  /** Some e-mails get lost, although the mail server accepted them. */
  MAILS_GET_LOST(Notifier.class, "notify") {
    @Override
    Object call(Object real, Method method, Object[] arguments) throws Throwable {
      boolean isLost = ((Notification) arguments[0]).text().hashCode() % 3 == 0;
      return isLost ? null : invoke(real, method, arguments);
    }
  },
  /** A level is changed by a movement that is not later than it. */
  LEVELS_IGNORE_THE_LATEST(LevelStore.class, "applyLatest") {
    @Override
    Object call(Object real, Method method, Object[] arguments) throws Throwable {
      Object written = invoke(real, method, arguments);
      return written instanceof LevelStore.Refused refused && refused.level().isPresent()
          ? late((LevelStore) real, (Movement) arguments[0], refused.level().get())
          : written;
    }

    private Object late(LevelStore store, Movement movement, KnownLevel known) {
      StockLevel to = known.level().changed(movement, counted -> movement.total());
      return store.applyLate(movement, known, to, List.of());
    }
  },
  /** A late movement is written although the level has changed since it was read. */
  LEVELS_IGNORE_THE_REVISION(LevelStore.class, "applyLate") {
    @Override
    Object call(Object real, Method method, Object[] arguments) throws Throwable {
      Object written = invoke(real, method, arguments);
      if (written instanceof LevelStore.Refused refused && refused.level().isPresent()) {
        arguments[1] = refused.level().get();
        return invoke(real, method, arguments);
      }
      return written;
    }
  },
  /** A mark is lost before its movement is stored. */
  MARKS_ARE_LOST_EARLY(LevelStore.class, "applyLate") {
    @Override
    Object call(Object real, Method method, Object[] arguments) throws Throwable {
      Object written = invoke(real, method, arguments);
      Movement movement = (Movement) arguments[0];
      ((LevelStore) real).removeMarks(movement.key(), List.of(movement.source()));
      return written;
    }
  },
  /** Two events get the same id. */
  CLAIMS_ARE_GIVEN_TWICE(LevelStore.class, "claim") {
    @Override
    Object call(Object real, Method method, Object[] arguments) {
      return Optional.empty();
    }
  },
  /** The store loses movements that it has confirmed. */
  MOVEMENTS_ARE_LOST(LevelStore.class, "store") {
    @Override
    Object call(Object real, Method method, Object[] arguments) {
      return List.of();
    }
  };

  private final Class<?> port;
  private final String method;

  Bug(Class<?> port, String method) {
    this.port = port;
    this.method = method;
  }

  /** What the defective method does. */
  abstract Object call(Object real, Method called, Object[] arguments) throws Throwable;

  @Override
  public <T> T replace(Class<T> wanted, T real) {
    return wanted == port ? wanted.cast(defective(real)) : real;
  }

  private Object defective(Object real) {
    return Proxy.newProxyInstance(
        Bug.class.getClassLoader(),
        new Class<?>[] {port},
        (proxy, called, arguments) ->
            called.getName().equals(method)
                ? call(real, called, arguments)
                : invoke(real, called, arguments));
  }

  private static Object invoke(Object real, Method called, Object[] arguments) throws Throwable {
    try {
      called.setAccessible(true);
      return called.invoke(real, arguments);
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }
}
