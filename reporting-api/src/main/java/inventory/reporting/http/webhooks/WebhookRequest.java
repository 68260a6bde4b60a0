package inventory.reporting.http.webhooks;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/** A new endpoint. Only the URL is required; without types it gets all events. */
@Serdeable
record WebhookRequest(
    @Schema(description = "An https URL.", maxLength = 2000) @Nullable String url,
    @Schema(description = "`cloudevents` (default), `slack` or `teams`.") @Nullable String format,
    @Schema(
            description =
                "`stock.low`, `stock.out`, `stock.recovered`, `file.finished`,"
                    + " `validation.completed`. Default: all of them.")
        @Nullable
        List<String> types,
    @Schema(description = "The warehouses of events about stock; * stands for any characters.")
        @Nullable
        String warehouses,
    @Schema(description = "The ids of items of events about stock; * stands for any characters.")
        @Nullable
        String items,
    @Schema(description = "What it is, in at most 200 characters.") @Nullable String description) {

  /** A request without a body. */
  static final WebhookRequest EMPTY = new WebhookRequest(null, null, null, null, null, null);
}
