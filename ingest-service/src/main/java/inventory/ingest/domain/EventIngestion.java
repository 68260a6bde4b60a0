package inventory.ingest.domain;

import inventory.model.FileKind;
import inventory.model.FileStatus;
import inventory.model.Hex;
import inventory.model.StockKey;
import inventory.model.changes.ItemChangePublisher;
import inventory.model.event.BadFieldException;
import inventory.model.inbox.FileEvents;
import inventory.model.inbox.FileLifecycle;
import inventory.model.inbox.FileState;
import inventory.model.inbox.Outcome;
import inventory.model.inbox.Upload;
import inventory.model.movement.Movement;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Ingests the events of the stream: record them, publish the changed items. Each step can be
 * repeated at any time. An event that is delivered or published twice, or processed again after a
 * crash, changes nothing the second time.
 */
public final class EventIngestion {

  private static final String CAUSE = "events of the stream";
  private static final String ID = "event_id";
  private static final int BATCH_LENGTH = 32;

  private final StockLedger ledger;
  private final ItemChangePublisher itemChanges;
  private final EventRejects rejects;
  private final FileLifecycle files;
  private final FileEvents fileEvents;

  /** Wires the use case. */
  public EventIngestion(
      StockLedger ledger,
      ItemChangePublisher itemChanges,
      EventRejects rejects,
      FileLifecycle files,
      FileEvents fileEvents) {
    this.ledger = ledger;
    this.itemChanges = itemChanges;
    this.rejects = rejects;
    this.files = files;
    this.fileEvents = fileEvents;
  }

  /**
   * Ingests events, those of one item in the given order. When this method returns, the effect is
   * durable.
   *
   * @throws RuntimeException if a step fails that may succeed when it is retried; some events may
   *     have been recorded
   */
  public void ingest(List<ReceivedEvent> events) {
    List<ReceivedEvent> ahead = events;
    while (!ahead.isEmpty()) {
      Map<StockKey, ReceivedEvent> round = new LinkedHashMap<>();
      List<ReceivedEvent> later = new ArrayList<>();
      for (ReceivedEvent event : ahead) {
        if (round.putIfAbsent(event.movement().key(), event) != null) {
          later.add(event);
        }
      }
      record(List.copyOf(round.values()));
      ahead = later;
    }
    announce(events);
  }

  /**
   * Stores rejected events, and notifies operations once an hour. When this method returns, the
   * effect is durable.
   *
   * @throws RuntimeException if a step fails that may succeed when it is retried
   */
  public void reject(List<EventReject> events) {
    for (EventRejects.Hour hour : rejects.add(events)) {
      Upload upload = new Upload(hour.key(), "", false, 0, hour.begin());
      FileState file = files.register(upload, FileKind.EVENTS);
      files.finish(file, outcome(hour, firstOf(hour, events)));
      files.raiseRejected(upload, hour.count());
      if (hour.isFirst()) {
        fileEvents.publishFinished(upload);
      }
    }
  }

  private void record(List<ReceivedEvent> round) {
    List<Movement> refused = ledger.record(round.stream().map(ReceivedEvent::movement).toList());
    List<EventReject> rejected =
        round.stream()
            .filter(event -> refused.contains(event.movement()))
            .map(EventIngestion::idTaken)
            .toList();
    if (!rejected.isEmpty()) {
      reject(rejected);
    }
  }

  private static EventReject idTaken(ReceivedEvent event) {
    return new EventReject(
        event.record(),
        BadFieldException.ID_TAKEN,
        ID,
        "belongs to another event of this product, which states something else and was applied");
  }

  /** Includes events recorded before: their last delivery may have crashed at this point. */
  private void announce(List<ReceivedEvent> events) {
    if (events.isEmpty()) {
      return;
    }
    String batch = Hex.sha256(events.get(0).record().eventID()).substring(0, BATCH_LENGTH);
    try (ItemChangePublisher.Announcement announcement = itemChanges.begin(batch, CAUSE)) {
      events.stream().map(event -> event.movement().key()).distinct().forEach(announcement::add);
      announcement.publish();
    }
  }

  private static EventReject firstOf(EventRejects.Hour hour, List<EventReject> events) {
    return events.stream()
        .filter(
            event -> event.record().arrivedAt().truncatedTo(ChronoUnit.HOURS).equals(hour.begin()))
        .findFirst()
        .orElseThrow();
  }

  private static Outcome outcome(EventRejects.Hour hour, EventReject first) {
    return new Outcome(
        FileStatus.REJECTED,
        FileKind.EVENTS,
        0,
        hour.count(),
        "events of the stream could not be applied; more from this hour may have been added since",
        Optional.of(hour.key()),
        List.of(first.text()));
  }
}
