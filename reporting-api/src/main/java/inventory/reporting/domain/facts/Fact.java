package inventory.reporting.domain.facts;

import inventory.model.StockKey;
import inventory.model.movement.Movement;
import java.time.Instant;
import java.util.Optional;

/**
 * A fact that a client states: a change of a level, or a count.
 *
 * @param itemName the item's name; empty if the client does not state it
 * @param units the change, or the units found, which are 0 or more
 * @param time when it held
 * @param ownId the client's own id for the fact, under which it counts once however often it is
 *     stated; empty if its request and its place there identify it
 */
public record Fact(
    StockKey key,
    String itemName,
    Movement.Kind kind,
    long units,
    Instant time,
    Optional<String> ownId) {}
