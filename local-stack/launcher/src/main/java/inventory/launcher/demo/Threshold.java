package inventory.launcher.demo;

import java.util.Optional;

/**
 * What one entry of a threshold file says.
 *
 * @param itemId which item
 * @param warehouse in which warehouse; empty for all that have none of their own
 * @param restockIfBelow stock is low below this level, in units
 */
public record Threshold(String itemId, Optional<String> warehouse, long restockIfBelow) {}
