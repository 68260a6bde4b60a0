package inventory.reporting.domain.movements;

import java.util.Optional;

/**
 * An entry of an item's movements and the file it came from.
 *
 * @param entry the entry
 * @param file the key of the file's object; empty if the entry came from no file
 */
public record MovementReport(MovementEntry entry, Optional<String> file) {}
