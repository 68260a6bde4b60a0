package inventory.alert.outbox;

import inventory.alert.notification.FileReport;
import inventory.alert.notification.RunReport;
import inventory.model.AlertRecord;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;

/**
 * Decides whom an event concerns. The event is put into the outbox once for each of these
 * audiences, in one transaction with the change that causes it.
 */
public interface Audiences {

  /** The largest number of audiences of one event: what one transaction can write. */
  int MAX = 98;

  /**
   * Who is notified of a decline or a recovery of stock.
   *
   * @param before the alert before it
   * @param now the current time
   * @param due when people may be notified of it at the earliest, because they were notified of
   *     this alert a short time ago; not before now
   */
  List<Delivery> ofStock(StockEvent event, AlertRecord before, Instant now, Instant due);

  /** Who is notified of a finished file. */
  List<Delivery> ofFile(FileReport file, Instant now);

  /** Who is notified of a validation run that has ended. */
  List<Delivery> ofRun(RunReport run, Instant now);

  /** The audiences that any of several deciders names; no two may name the same audience. */
  static Audiences all(List<Audiences> parts) {
    return new Audiences() {
      @Override
      public List<Delivery> ofStock(
          StockEvent event, AlertRecord before, Instant now, Instant due) {
        return of(part -> part.ofStock(event, before, now, due));
      }

      @Override
      public List<Delivery> ofFile(FileReport file, Instant now) {
        return of(part -> part.ofFile(file, now));
      }

      @Override
      public List<Delivery> ofRun(RunReport run, Instant now) {
        return of(part -> part.ofRun(run, now));
      }

      private List<Delivery> of(Function<Audiences, List<Delivery>> question) {
        return parts.stream().flatMap(part -> question.apply(part).stream()).toList();
      }
    };
  }
}
