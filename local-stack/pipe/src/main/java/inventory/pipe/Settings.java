package inventory.pipe;

import inventory.model.resource.QueueDefinition;
import inventory.model.resource.Queues;
import inventory.model.resource.Streams;
import inventory.model.resource.Variables;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * The program's settings.
 *
 * @param stream the stream's name
 * @param queue the FIFO queue's name
 * @param undelivered the name of the queue of what cannot be delivered
 * @param checkpoint the file that keeps how far the stream is delivered
 */
record Settings(String stream, String queue, String undelivered, Path checkpoint) {

  /** Where the checkpoint is kept; must be set. */
  static final String CHECKPOINT = "INVENTORY_PIPE_CHECKPOINT";

  private static final List<String> ENDPOINTS =
      List.of("AWS_ENDPOINT_URL", "AWS_ENDPOINT_URL_KINESIS", "AWS_ENDPOINT_URL_SQS");

  private static final Pattern STREAM_NAME = Pattern.compile("[a-zA-Z0-9_.-]{1,128}");
  private static final Pattern FIFO_NAME = Pattern.compile("[a-zA-Z0-9_-]{1,75}\\.fifo");
  private static final Pattern QUEUE_NAME = Pattern.compile("[a-zA-Z0-9_-]{1,80}");

  /**
   * Reads them.
   *
   * @param environment the program's variables
   * @throws IllegalArgumentException naming the variable, its value, the rule and the remedy
   */
  static Settings of(Map<String, String> environment) {
    ENDPOINTS.forEach(variable -> requireUrl(variable, environment.getOrDefault(variable, "")));
    return new Settings(
        name(environment, Variables.STREAM, Streams.EVENTS, STREAM_NAME, "a stream's name"),
        name(
            environment,
            Variables.queue(Queues.EVENTS),
            Queues.EVENTS,
            FIFO_NAME,
            "a FIFO queue's name, which ends in " + QueueDefinition.FIFO),
        name(
            environment,
            Variables.queue(Queues.EVENTS_UNDELIVERED),
            Queues.EVENTS_UNDELIVERED,
            QUEUE_NAME,
            "a standard queue's name"),
        checkpoint(environment.getOrDefault(CHECKPOINT, "")));
  }

  private static String name(
      Map<String, String> environment,
      String variable,
      String standard,
      Pattern rule,
      String what) {
    String name = environment.getOrDefault(variable, standard);
    if (!rule.matcher(name).matches()) {
      throw new IllegalArgumentException(
          "%s is \"%s\": set it to %s, or unset it for %s"
              .formatted(variable, name, what, standard));
    }
    return name;
  }

  private static void requireUrl(String variable, String url) {
    if (!url.isEmpty() && !isHttp(url)) {
      throw new IllegalArgumentException(
          "%s is \"%s\": set it to a URL, as http://127.0.0.1:4565, or unset it for AWS itself"
              .formatted(variable, url));
    }
  }

  private static boolean isHttp(String url) {
    try {
      URI uri = URI.create(url);
      return List.of("http", "https").contains(String.valueOf(uri.getScheme()))
          && uri.getHost() != null;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  private static Path checkpoint(String file) {
    try {
      Path path = Path.of(file);
      if (file.isBlank() || Files.isDirectory(path)) {
        throw new IllegalArgumentException(
            "%s is \"%s\": set it to the file that is to keep how far the stream is delivered"
                .formatted(CHECKPOINT, file));
      }
      return path;
    } catch (InvalidPathException e) {
      throw new IllegalArgumentException(
          "%s is \"%s\": set it to a file's path (%s)".formatted(CHECKPOINT, file, e.getReason()),
          e);
    }
  }
}
