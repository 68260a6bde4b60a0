package inventory.reporting.domain;

import java.math.BigInteger;
import java.time.Instant;

/**
 * What is in stock of one item in one warehouse.
 *
 * @param itemId the item's identifier
 * @param itemName the item's name by the latest fact in this warehouse
 * @param warehouse the warehouse's name
 * @param stockLevel units, of up to 38 digits, possibly negative
 * @param latest the {@link inventory.model.table.Position} of the latest fact
 * @param updatedAt when the level was last written
 */
public record Level(
    String itemId,
    String itemName,
    String warehouse,
    BigInteger stockLevel,
    String latest,
    Instant updatedAt) {}
