package inventory.launcher.dlq;

import java.util.Optional;

/**
 * A dead-letter queue.
 *
 * @param source name of the queue that its messages come from, or of the stream
 * @param sourceUrl URL of that queue; empty for the stream, which takes no messages back
 * @param name its name
 * @param url its URL
 */
public record DeadLetterQueue(String source, Optional<String> sourceUrl, String name, String url) {}
