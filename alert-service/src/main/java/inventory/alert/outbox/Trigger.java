package inventory.alert.outbox;

import java.time.Instant;

/**
 * What caused a change: everything with the same trigger goes into one notification.
 *
 * @param batch the notification's batch: the id of the file that changed stock
 * @param cause what happened, for people: the file's key
 * @param at the current time
 */
public record Trigger(String batch, String cause, Instant at) {}
