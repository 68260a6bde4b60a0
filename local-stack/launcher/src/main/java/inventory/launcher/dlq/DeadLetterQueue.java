package inventory.launcher.dlq;

import java.util.Optional;

/**
 * A dead-letter queue, with the name and URL of the queue that its messages come from. For the
 * stream, the source has no URL, because it takes no messages back.
 */
public record DeadLetterQueue(String source, Optional<String> sourceUrl, String name, String url) {}
