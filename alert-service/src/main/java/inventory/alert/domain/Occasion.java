package inventory.alert.domain;

import java.time.Instant;

/**
 * What transitions belong to.
 *
 * @param batch names what is told in one notice: the id of the file that changed stock
 * @param cause what happened, for people: the file's key
 * @param at now
 */
public record Occasion(String batch, String cause, Instant at) {}
