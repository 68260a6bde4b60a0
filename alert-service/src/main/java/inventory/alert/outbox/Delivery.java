package inventory.alert.outbox;

import inventory.alert.notification.Audience;
import java.time.Instant;

/**
 * An audience that an event concerns.
 *
 * @param audience who is notified
 * @param due when the audience may be notified at the earliest
 */
public record Delivery(Audience audience, Instant due) {}
