package inventory.model.movement;

import java.math.BigInteger;

/**
 * What a validation proved of a level: that it follows from its movements.
 *
 * @param revision the level's revision when it was proved
 * @param units units in stock
 * @param through the position of the latest movement that it includes
 * @param itemName the name by the latest change that names the item; its id if none does
 * @param removed whether an event delisted the item
 */
public record LevelProof(
    BigInteger revision, BigInteger units, String through, String itemName, boolean removed) {}
