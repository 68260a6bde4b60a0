package inventory.reporting.domain.alerts;

import java.math.BigInteger;

/**
 * An open alert with its current numbers: the dashboard, e-mails and reports show the same ones.
 *
 * @param stockLevel units in the warehouse; for an alert on a total, units in all warehouses
 * @param restockIfBelow the threshold in units
 */
public record AlertReport(Alert alert, BigInteger stockLevel, long restockIfBelow) {}
