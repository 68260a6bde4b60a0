package inventory.reporting.domain.alerts;

import java.math.BigInteger;

/**
 * An open alert with the numbers of now, so that page, mail and report show the same.
 *
 * @param alert the alert
 * @param stockLevel units in the warehouse; for an alert on a total those in all warehouses
 * @param restockIfBelow the threshold in units
 */
public record AlertReport(Alert alert, BigInteger stockLevel, long restockIfBelow) {}
