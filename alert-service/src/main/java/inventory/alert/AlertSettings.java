package inventory.alert;

import inventory.alert.domain.FilePolicy;
import inventory.model.StockState;
import inventory.model.resource.Variables;
import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.context.annotation.Context;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.core.bind.annotation.Bindable;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Where levels and lists are, what is low, and of what to tell.
 *
 * @param table the table's name, {@code INVENTORY_TABLE}
 * @param bucket the inbox bucket's name, {@code INVENTORY_BUCKET}
 * @param api the base URL of the reporting API, for links in notifications to the page beside it;
 *     {@code INVENTORY_API}
 * @param restockIfBelow the threshold of items without one of their own, in units, not negative;
 *     {@code INVENTORY_RESTOCK_IF_BELOW}
 * @param alertScope whether alerts are on an item in each {@code warehouse} or on its {@code
 *     total}; {@code INVENTORY_ALERT_SCOPE}
 * @param orderUpTo to which multiple of its threshold stock is to be ordered, 1 to 100; {@code
 *     INVENTORY_ORDER_UP_TO}
 * @param notifyRecovery whether purchasing is told of recoveries too; {@code
 *     INVENTORY_NOTIFY_RECOVERY}
 * @param fileNotices of which files operations is told: {@code all}, {@code problems} or {@code
 *     none}; {@code INVENTORY_FILE_NOTICES}
 */
@Context
@ConfigurationProperties("inventory")
public record AlertSettings(
    @Nullable String table,
    @Nullable String bucket,
    @Nullable String api,
    @Bindable(defaultValue = "" + StockState.DEFAULT_THRESHOLD) long restockIfBelow,
    @Bindable(defaultValue = AlertSettings.WAREHOUSE) String alertScope,
    @Bindable(defaultValue = "2") int orderUpTo,
    @Bindable(defaultValue = "false") boolean notifyRecovery,
    @Bindable(defaultValue = "problems") String fileNotices) {

  /** Alerts are on an item in a warehouse. */
  static final String WAREHOUSE = "warehouse";

  /** Alerts are on an item's total. */
  static final String TOTAL = "total";

  private static final int MAX_ORDER_UP_TO = 100;

  /** Checks the values. */
  public AlertSettings {
    Setting.require(Variables.TABLE, table, "the table's name");
    Setting.require(Variables.BUCKET, bucket, "the inbox bucket's name");
    Setting.check(
        restockIfBelow >= 0,
        "INVENTORY_RESTOCK_IF_BELOW",
        restockIfBelow,
        "must not be negative; unset it for " + StockState.DEFAULT_THRESHOLD);
    Setting.check(
        List.of(WAREHOUSE, TOTAL).contains(alertScope),
        "INVENTORY_ALERT_SCOPE",
        alertScope,
        "must be warehouse or total; unset it for warehouse");
    Setting.check(
        orderUpTo >= 1 && orderUpTo <= MAX_ORDER_UP_TO,
        "INVENTORY_ORDER_UP_TO",
        orderUpTo,
        "must be 1 to " + MAX_ORDER_UP_TO + "; unset it for 2");
    Setting.check(
        Arrays.stream(FilePolicy.values()).anyMatch(policy -> isNamed(policy, fileNotices)),
        "INVENTORY_FILE_NOTICES",
        fileNotices,
        "must be all, problems or none; unset it for problems");
  }

  private static boolean isNamed(FilePolicy policy, String name) {
    return policy.name().toLowerCase(Locale.ROOT).equals(name);
  }

  /** Of which files operations is told. */
  FilePolicy filePolicy() {
    return FilePolicy.valueOf(fileNotices.toUpperCase(Locale.ROOT));
  }
}
