package inventory.alert;

import inventory.alert.domain.FilePolicy;
import inventory.model.StockState;
import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.context.annotation.Context;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.core.bind.annotation.Bindable;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import java.time.Duration;
import java.util.Locale;

/**
 * The service's settings, validated at start. The README lists their environment variables.
 *
 * @param table the table's name
 * @param bucket the inbox bucket's name
 * @param notifyBy the channel of notifications, {@code smtp} or {@code sns}; {@code
 *     INVENTORY_NOTIFY}
 * @param api the base URL of the reporting API; links lead to the dashboard on the same origin
 * @param restockIfBelow the threshold of items that have none, in units, not negative
 * @param alertScope whether alerts are on an item in each {@code warehouse} or on its {@code total}
 * @param orderUpTo up to which multiple of its threshold to order an item, 1 to 100
 * @param notifyRecovery whether purchasing is notified of recoveries too
 * @param fileNotices which files operations is notified of: {@code all}, {@code problems} or {@code
 *     none}
 * @param noticeInterval the shortest time between two notifications of an item, unless it gets
 *     worse; 0 for none
 * @param retryWait how long to wait after the first failed attempt to send; it doubles up to five
 *     minutes
 */
@Context
@ConfigurationProperties("inventory")
public record AlertSettings(
    @Nullable @NotBlank(message = "INVENTORY_TABLE is not set: set it to the table's name")
        String table,
    @Nullable @NotBlank(message = "INVENTORY_BUCKET is not set: set it to the inbox bucket's name")
        String bucket,
    @Nullable
        @NotBlank(message = "INVENTORY_NOTIFY is not set: set it to smtp or sns")
        @Pattern(
            regexp = "|smtp|sns",
            message = "INVENTORY_NOTIFY is '{validatedValue}': it must be smtp or sns")
        String notifyBy,
    @Nullable String api,
    @Bindable(defaultValue = "" + StockState.DEFAULT_THRESHOLD)
        @Min(
            value = 0,
            message =
                "INVENTORY_RESTOCK_IF_BELOW is '{validatedValue}': it must not be negative; unset it"
                    + " for "
                    + StockState.DEFAULT_THRESHOLD)
        long restockIfBelow,
    @Bindable(defaultValue = AlertSettings.WAREHOUSE)
        @Pattern(
            regexp = "warehouse|total",
            message =
                "INVENTORY_ALERT_SCOPE is '{validatedValue}': it must be warehouse or total; unset it"
                    + " for warehouse")
        String alertScope,
    @Bindable(defaultValue = "2")
        @Min(value = 1, message = AlertSettings.ORDER_UP_TO)
        @Max(value = 100, message = AlertSettings.ORDER_UP_TO)
        int orderUpTo,
    @Bindable(defaultValue = "false") boolean notifyRecovery,
    @Bindable(defaultValue = "problems")
        @Pattern(
            regexp = "all|problems|none",
            message =
                "INVENTORY_FILE_NOTICES is '{validatedValue}': it must be all, problems or none;"
                    + " unset it for problems")
        String fileNotices,
    @Bindable(defaultValue = "1h") Duration noticeInterval,
    @Bindable(defaultValue = "1s") Duration retryWait) {

  /** Alerts are on an item in a warehouse. */
  static final String WAREHOUSE = "warehouse";

  /** Alerts are on an item's total. */
  static final String TOTAL = "total";

  static final String ORDER_UP_TO =
      "INVENTORY_ORDER_UP_TO is '{validatedValue}': it must be 1 to 100; unset it for 2";

  /** Which files operations is notified of. */
  FilePolicy filePolicy() {
    return FilePolicy.valueOf(fileNotices.toUpperCase(Locale.ROOT));
  }
}
