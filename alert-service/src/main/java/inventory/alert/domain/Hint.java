package inventory.alert.domain;

import java.util.Optional;

/**
 * Something about an item may have changed: its level, its threshold. Says nothing of either.
 *
 * @param itemId the item's identifier
 * @param warehouse the warehouse; empty for every warehouse that has the item
 */
public record Hint(String itemId, Optional<String> warehouse) {}
