package inventory.alert.domain;

import inventory.alert.outbox.Trigger;
import inventory.model.AlertId;
import inventory.model.AlertRecord;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Alerts that another process always writes first. */
record CollidingAlerts(Alerts alerts) implements Alerts {

  @Override
  public Map<AlertId, AlertRecord> read(Collection<AlertId> ids) {
    return alerts.read(ids);
  }

  @Override
  public boolean write(Collection<Transition> transitions, Trigger trigger) {
    return false;
  }

  @Override
  public List<Snooze> endedSnoozes(Instant now) {
    return alerts.endedSnoozes(now);
  }

  @Override
  public boolean endSnooze(Snooze snooze, Optional<Transition> transition, Trigger trigger) {
    return false;
  }
}
