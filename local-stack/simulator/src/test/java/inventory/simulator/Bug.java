package inventory.simulator;

import static inventory.simulator.Ports.invoke;
import static java.nio.charset.StandardCharsets.UTF_8;

import inventory.alert.domain.Alerts;
import inventory.alert.domain.StockStatus;
import inventory.alert.domain.StockStatuses;
import inventory.alert.domain.Transition;
import inventory.alert.notification.Audience;
import inventory.alert.notification.Notification;
import inventory.alert.outbox.Notifier;
import inventory.alert.outbox.Outbox;
import inventory.alert.outbox.Trigger;
import inventory.alert.webhook.Deliveries;
import inventory.alert.webhook.Endpoints;
import inventory.ingest.domain.KnownLevel;
import inventory.ingest.domain.LevelStore;
import inventory.ingest.projection.Chunk;
import inventory.ingest.projection.CounterStore;
import inventory.ingest.projection.Difference.Naming;
import inventory.model.FileKind;
import inventory.model.FileStatus;
import inventory.model.StockKey;
import inventory.model.ThresholdVersion;
import inventory.model.counter.Amounts;
import inventory.model.inbox.FileLifecycle;
import inventory.model.inbox.FileLifecycle.Claim;
import inventory.model.inbox.FileState;
import inventory.model.inbox.Original;
import inventory.model.inbox.Originals;
import inventory.model.inbox.RejectsStore;
import inventory.model.message.FinishedFile;
import inventory.model.movement.LevelProof;
import inventory.model.movement.Movement;
import inventory.model.movement.StockLevel;
import inventory.simulator.Ports.Tampering;
import inventory.threshold.domain.Thresholds;
import inventory.validation.domain.Levels;
import inventory.validation.domain.StoredLevel;
import inventory.validation.run.FinishedRuns;
import inventory.validation.run.Run;
import inventory.validation.run.Runs;
import inventory.validation.run.Runs.Pace;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
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
  /** What arrives while a digest is sent is removed with it. */
  DIGESTS_DROP_WHAT_ARRIVES_MEANWHILE(Outbox.class, "complete") {
    @Override
    Object call(Object real, Method method, Object[] arguments) throws Throwable {
      Outbox outbox = (Outbox) real;
      Audience audience = (Audience) arguments[0];
      if (audience instanceof Audience.Rule rule && rule.purpose() == Audience.Purpose.DIGEST) {
        arguments[1] = outbox.due(audience, Instant.MAX);
      }
      return invoke(real, method, arguments);
    }
  },
  /** Reminders and escalations are not put into the outbox. */
  FOLLOW_UPS_ARE_LOST(Outbox.class, "put"),
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
  /** Each e-mail is sent twice. */
  MAILS_ARE_SENT_TWICE(Notifier.class, "notify") {
    @Override
    Object call(Object real, Method method, Object[] arguments) throws Throwable {
      invoke(real, method, arguments);
      return invoke(real, method, arguments);
    }
  },
  /** Some messages get lost, although the queue accepted them. */
  MESSAGES_GET_LOST(MessageQueue.class, "send") {
    @Override
    Object call(Object real, Method method, Object[] arguments) throws Throwable {
      boolean isLost =
          arguments[2] instanceof FinishedFile file && file.fileId().hashCode() % 3 == 0;
      return isLost ? null : invoke(real, method, arguments);
    }
  },
  /** The validation is not notified of some files. */
  ARRIVALS_GET_LOST(MessageQueue.class, "send") {
    @Override
    Object call(Object real, Method method, Object[] arguments) throws Throwable {
      boolean isLost =
          arguments[2] instanceof Night.Arrival arrival
              && arrival.file().fileId().hashCode() % 3 == 0;
      return isLost ? null : invoke(real, method, arguments);
    }
  },
  /** A run that has ended is not removed from the lease. */
  RUNS_STAY_OPEN(Runs.class, "close"),
  /** Which run has checked a file is not recorded. */
  CHECKED_FILES_ARE_FORGOTTEN(Runs.class, "saveChecked") {
    @Override
    Object call(Object real, Method method, Object[] arguments) {
      ((Runs) real).save((Run) arguments[0], (Pace) arguments[1], (String) arguments[4]);
      return null;
    }
  },
  /** The end of a run is not published. */
  ENDS_OF_RUNS_ARE_NOT_PUBLISHED(FinishedRuns.class, "publish"),
  /** A level is proved by what was proved before, although it has changed since. */
  PROOFS_IGNORE_THE_REVISION(Levels.class, "prove") {
    @Override
    Object call(Object real, Method method, Object[] arguments) throws Throwable {
      StoredLevel level = ((Levels) real).find((StockKey) arguments[0]).get();
      LevelProof stale = level.proof().orElse((LevelProof) arguments[1]);
      arguments[1] =
          new LevelProof(
              level.revision(), stale.units(), stale.through(), stale.itemName(), stale.removed());
      return invoke(real, method, arguments);
    }
  },
  /** Closings are not stored. */
  CLOSINGS_ARE_LOST(Levels.class, "store"),
  /** The first delivery that waits is left out, so later ones about the same stock overtake it. */
  DELIVERIES_OVERTAKE_EACH_OTHER(Deliveries.class, "pending") {
    @Override
    Object call(Object real, Method method, Object[] arguments) throws Throwable {
      List<?> pending = (List<?>) invoke(real, method, arguments);
      return pending.size() > 1 ? pending.subList(1, pending.size()) : pending;
    }
  },
  /** Events are distributed to no endpoint. */
  DELIVERIES_ARE_LOST(Deliveries.class, "add"),
  /** An endpoint that is gone stays enabled. */
  ENDPOINTS_ARE_NOT_DISABLED(Endpoints.class, "disable"),
  /** Nobody is notified of deliveries that were given up. */
  FAILURES_ARE_NOT_REPORTED(Endpoints.class, "reportFailures"),
  /** A chunk is counted although its first record is. */
  CHECKPOINTS_ARE_NO_CONDITION(CounterStore.class, "apply") {
    @Override
    Object call(Object real, Method method, Object[] arguments) throws Throwable {
      Object outcome = invoke(real, method, arguments);
      return outcome instanceof CounterStore.Outcome.Counted counted
          ? again((CounterStore) real, (String) arguments[0], (Chunk) arguments[1], counted)
          : outcome;
    }

    private Object again(
        CounterStore store, String shard, Chunk chunk, CounterStore.Outcome.Counted counted) {
      BigInteger next = new BigInteger(counted.sequence()).add(BigInteger.ONE);
      BigInteger last = new BigInteger(chunk.last()).max(new BigInteger(counted.sequence()));
      return store.apply(shard, chunk(chunk, next.toString(), last.toString(), chunk.amounts()));
    }
  },
  /** Some records are dropped. */
  RECORDS_ARE_DROPPED(CounterStore.class, "apply") {
    @Override
    Object call(Object real, Method method, Object[] arguments) {
      Chunk chunk = (Chunk) arguments[1];
      boolean isDropped = chunk.last().hashCode() % 3 == 0;
      return ((CounterStore) real)
          .apply(
              (String) arguments[0],
              isDropped ? chunk(chunk, chunk.first(), chunk.last(), Amounts.NONE) : chunk);
    }
  },
  /** The first name of an item stays in the catalogue. */
  NAMES_IGNORE_THE_POSITION(CounterStore.class, "introduce") {
    @Override
    Object call(Object real, Method method, Object[] arguments) {
      Naming naming = (Naming) arguments[0];
      ((CounterStore) real).introduce(new Naming(naming.itemId(), naming.itemName(), "9"));
      return null;
    }
  },
  /** A content is taken to be in the levels as soon as a file with it was begun. */
  UNFINISHED_OWNERS_COUNT_AS_APPLIED(FileLifecycle.class, "find") {
    @Override
    Object call(Object real, Method method, Object[] arguments) throws Throwable {
      FileState file = (FileState) invoke(real, method, arguments);
      return new FileState(
          file.upload(),
          file.kind(),
          FileStatus.APPLIED,
          file.generation(),
          file.releasedFrom(),
          file.rules());
    }
  },
  /** A content is applied again. */
  CLAIMS_IGNORE_THE_CONTENT(FileLifecycle.class, "claim") {
    @Override
    Object call(Object real, Method method, Object[] arguments) throws Throwable {
      Object claim = invoke(real, method, arguments);
      return claim instanceof Claim.ContentTaken ? started(real, arguments) : claim;
    }
  },
  /** Other content under the same key is applied. */
  CLAIMS_IGNORE_THE_KEY(FileLifecycle.class, "claim") {
    @Override
    Object call(Object real, Method method, Object[] arguments) throws Throwable {
      Object claim = invoke(real, method, arguments);
      return claim instanceof Claim.KeyTaken ? started(real, arguments) : claim;
    }
  },
  /** A request that is delivered again releases a file from its next status. */
  RELEASES_IGNORE_THE_STATUS(FileLifecycle.class, "release") {
    @Override
    Object call(Object real, Method method, Object[] arguments) throws Throwable {
      FileStatus now = ((FileLifecycle) real).find((String) arguments[0]).status();
      return invoke(real, method, new Object[] {arguments[0], now, arguments[2]});
    }
  },
  /** The second half of an original is not read. */
  ORIGINALS_ARE_CUT(Originals.class, "fetch") {
    @Override
    Object call(Object real, Method method, Object[] arguments) throws Throwable {
      Original original = (Original) invoke(real, method, arguments);
      byte[] all = original.open().readAllBytes();
      int end = new String(all, UTF_8).lastIndexOf('\n', all.length - 2) + 1;
      return new Bucket.Text(Arrays.copyOf(all, end));
    }
  },
  /** Rejected rows are stored nowhere. */
  REJECTS_ARE_LOST(RejectsStore.class, "put") {
    @Override
    Object call(Object real, Method method, Object[] arguments) {
      return "rejected/nowhere";
    }
  },
  /** Thresholds of a file are not stored. */
  THRESHOLDS_ARE_LOST(Thresholds.class, "set") {
    @Override
    Object call(Object real, Method method, Object[] arguments) {
      return 0;
    }
  },
  /** A threshold is overwritten by an older file. */
  THRESHOLDS_IGNORE_THE_ORDER(Thresholds.class, "set") {
    @Override
    Object call(Object real, Method method, Object[] arguments) throws Throwable {
      ThresholdVersion newest = new ThresholdVersion(LocalDate.of(2030, 1, 1), Instant.EPOCH, "x");
      return invoke(real, method, new Object[] {arguments[0], newest});
    }
  },
  /** Warehouses are not recorded. */
  WAREHOUSES_ARE_LOST(LevelStore.class, "recordWarehouse"),
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

  /** What the defective method does: nothing, unless a constant says otherwise. */
  Object call(Object real, Method called, Object[] arguments) throws Throwable {
    return null;
  }

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

  private static Chunk chunk(Chunk from, String first, String last, Amounts amounts) {
    return new Chunk(
        first,
        last,
        from.records(),
        from.counts(),
        amounts,
        from.namings(),
        from.files(),
        from.fence());
  }

  private static Claim started(Object files, Object[] claim) {
    FileState file = (FileState) claim[0];
    return new Claim.Recorded(
        ((FileLifecycle) files).start(file, FileKind.TRANSACTIONS, (int) claim[2]));
  }
}
