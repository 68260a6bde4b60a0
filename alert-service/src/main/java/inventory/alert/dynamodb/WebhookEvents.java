package inventory.alert.dynamodb;

import inventory.alert.domain.StockStatus;
import inventory.alert.domain.Transition;
import inventory.model.Shortened;
import inventory.model.StockState;
import inventory.model.table.FileItem;
import inventory.model.table.RunItem;
import inventory.model.webhook.WebhookEvent;
import inventory.model.webhook.WebhookEventType;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The events of what is stored. */
public final class WebhookEvents {

  // People know an item by less, and a list of events must fit into an item.
  private static final int MAX_NAME = 80;

  private WebhookEvents() {}

  /**
   * The event of a transition; empty if the state stays as it is.
   *
   * @param at when it was written
   */
  public static Optional<WebhookEvent> of(Transition transition, Instant at) {
    StockState before = transition.before().state();
    StockState after = transition.after().state();
    if (before == after) {
      return Optional.empty();
    }
    StockStatus status = transition.status();
    Map<String, Object> data = new HashMap<>();
    status.alert().warehouse().ifPresent(warehouse -> data.put(WebhookEvent.WAREHOUSE, warehouse));
    data.put(WebhookEvent.ITEM_ID, status.alert().itemId());
    data.put("itemName", status.itemName());
    data.put("state", after.name());
    data.put("previousState", before.name());
    data.put("stockLevel", status.level());
    data.put("restockIfBelow", status.threshold());
    data.put("removed", status.removed());
    return Optional.of(
        WebhookEvent.of(
            type(after),
            at,
            WebhookEvent.subjectOf(status.alert()),
            transition.after().revision(),
            Optional.of(status.alert()),
            data,
            text(status, after)));
  }

  private static WebhookEventType type(StockState state) {
    return switch (state) {
      case OK -> WebhookEventType.STOCK_RECOVERED;
      case LOW -> WebhookEventType.STOCK_LOW;
      case OUT -> WebhookEventType.STOCK_OUT;
    };
  }

  private static String text(StockStatus status, StockState state) {
    String item =
        cut(status.itemName())
            + " ("
            + cut(status.alert().itemId())
            + ") in "
            + cut(status.alert().warehouse().orElse("all warehouses"));
    if (status.removed()) {
      return "Off the list: " + item;
    }
    String word =
        switch (state) {
          case OK -> "Stock recovered: ";
          case LOW -> "Low stock: ";
          case OUT -> "Out of stock: ";
        };
    return word + item + ", " + status.level() + " left, threshold " + status.threshold();
  }

  private static String cut(String name) {
    return Shortened.text(name, MAX_NAME);
  }

  /** The event of a file; empty if it is not finished, because somebody released it. */
  static Optional<WebhookEvent> of(FileItem file) {
    if (file.finishedAt().isEmpty()) {
      return Optional.empty();
    }
    Instant at = file.finishedAt().get();
    Map<String, Object> data = new HashMap<>();
    data.put("fileId", file.fileId());
    data.put("key", file.objectKey());
    data.put("kind", file.kind().name());
    data.put("status", file.status().name());
    data.put("rowsApplied", file.rowsApplied());
    data.put("rowsRejected", file.rowsRejected());
    data.put("receivedAt", file.receivedAt().toString());
    file.reason().ifPresent(reason -> data.put("reason", reason));
    return Optional.of(
        WebhookEvent.of(
            WebhookEventType.FILE_FINISHED,
            at,
            "files/" + file.fileId(),
            at.toEpochMilli(),
            Optional.empty(),
            data,
            "File "
                + file.status()
                + ": "
                + file.objectKey()
                + ", "
                + file.rowsApplied()
                + " applied, "
                + file.rowsRejected()
                + " rejected"));
  }

  /** The event of a run's ending; empty if it is running again. */
  static Optional<WebhookEvent> of(RunItem run) {
    if (run.endedAt().isEmpty()) {
      return Optional.empty();
    }
    long total = run.findings().values().stream().mapToLong(Long::longValue).sum();
    Map<String, Object> data = new HashMap<>();
    data.put("runId", run.runId());
    data.put("state", run.state().name());
    data.put("startedAt", run.startedAt().toString());
    data.put("endedAt", run.endedAt().get().toString());
    data.put("files", run.progress().files());
    data.put("transactions", run.progress().transactions());
    data.put("levels", run.progress().levels());
    data.put("findings", run.findings());
    run.reason().ifPresent(reason -> data.put("reason", reason));
    return Optional.of(
        WebhookEvent.of(
            WebhookEventType.VALIDATION_COMPLETED,
            run.endedAt().get(),
            "validation-runs/" + run.runId(),
            run.endings(),
            Optional.empty(),
            data,
            "Validation " + run.state() + ": " + run.runId() + ", " + total + " findings"));
  }
}
