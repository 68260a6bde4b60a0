package inventory.alert.outbox;

import inventory.alert.notification.FileNotifications;
import inventory.alert.notification.MergedNotification;
import inventory.alert.notification.Notification;
import inventory.alert.notification.RunNotifications;
import inventory.alert.notification.SilenceNotifications;
import inventory.alert.outbox.Outbox.Entry;
import inventory.model.freshness.Freshness;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Composes notifications to operations: about files, validation runs, silent warehouses and webhook
 * endpoints.
 */
public final class FileAndRunComposer implements Composer {

  private final FileNotifications files;
  private final FileReports fileReports;
  private final RunNotifications runs;
  private final RunReports runReports;
  private final SilenceNotifications silences;
  private final Function<String, Optional<Freshness>> freshness;
  private final Function<String, Notification> endpoints;

  /**
   * Creates a composer.
   *
   * @param freshness the freshness of a warehouse by its name, as it is now
   * @param endpoints composes the notification about a webhook endpoint by its id
   */
  public FileAndRunComposer(
      FileNotifications files,
      FileReports fileReports,
      RunNotifications runs,
      RunReports runReports,
      SilenceNotifications silences,
      Function<String, Optional<Freshness>> freshness,
      Function<String, Notification> endpoints) {
    this.files = files;
    this.fileReports = fileReports;
    this.runs = runs;
    this.runReports = runReports;
    this.silences = silences;
    this.freshness = freshness;
    this.endpoints = endpoints;
  }

  /**
   * {@inheritDoc} Each file, run, silent warehouse and endpoint is reported as its record is now. A
   * warehouse that has reported meanwhile is left out.
   */
  @Override
  public Composed compose(List<Entry> entries, Instant now) {
    List<Notification> parts =
        entries.stream()
            .map(Entry::event)
            .distinct()
            .flatMap(event -> compose(event, now).stream())
            .toList();
    return new Composed(
        parts.isEmpty() ? Optional.empty() : Optional.of(MergedNotification.of(parts)), entries);
  }

  private Optional<Notification> compose(AlertEvent event, Instant now) {
    if (event instanceof FileEvent file) {
      return Optional.of(files.compose(fileReports.find(file.fileId())));
    }
    if (event instanceof SilenceEvent silence) {
      return freshness
          .apply(silence.warehouse())
          .filter(known -> known.state(now) == Freshness.State.SILENT)
          .map(known -> silences.compose(silence.warehouse(), known, now));
    }
    if (event instanceof EndpointEvent endpoint) {
      return Optional.of(endpoints.apply(endpoint.endpointId()));
    }
    return Optional.of(runs.compose(runReports.find(((RunEvent) event).runId())));
  }
}
