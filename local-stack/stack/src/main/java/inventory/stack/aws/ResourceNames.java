package inventory.stack.aws;

import inventory.model.resource.Inbox;
import inventory.model.resource.QueueDefinition;
import inventory.model.resource.Queues;
import inventory.model.resource.Streams;
import inventory.model.resource.Variables;
import inventory.model.table.Table;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * What the resources of one environment are called.
 *
 * @param bucket the inbox bucket
 * @param table the table
 * @param stream the stream of events, where the environment has one
 * @param queues the name of each queue, by its name in {@link Queues}
 */
public record ResourceNames(
    String bucket, String table, String stream, Map<String, String> queues) {

  private static final int UNIQUE_LENGTH = 12;

  /** Keeps its own copy. */
  public ResourceNames {
    queues = Map.copyOf(queues);
  }

  /** The names in the services' variables, and the standard ones where these are not set. */
  public static ResourceNames of(Map<String, String> environment) {
    Map<String, String> queues = new LinkedHashMap<>();
    for (String queue : standardQueues()) {
      queues.put(queue, environment.getOrDefault(Variables.queue(queue), queue));
    }
    return new ResourceNames(
        environment.getOrDefault(Variables.BUCKET, Inbox.BUCKET),
        environment.getOrDefault(Variables.TABLE, Table.NAME),
        environment.getOrDefault(Variables.STREAM, Streams.EVENTS),
        queues);
  }

  /** Names that nothing else has. */
  public static ResourceNames unique() {
    String suffix = UUID.randomUUID().toString().replace("-", "").substring(0, UNIQUE_LENGTH);
    Map<String, String> queues = new LinkedHashMap<>();
    standardQueues().forEach(queue -> queues.put(queue, withSuffix(queue, suffix)));
    return new ResourceNames(
        Inbox.BUCKET + "-" + suffix,
        Table.NAME + "-" + suffix,
        Streams.EVENTS + "-" + suffix,
        queues);
  }

  private static String withSuffix(String queue, String suffix) {
    String stem = queue.replace(QueueDefinition.FIFO, "");
    return stem + "-" + suffix + queue.substring(stem.length());
  }

  private static List<String> standardQueues() {
    return Stream.concat(
            Queues.ALL.stream().map(QueueDefinition::name), Stream.of(Queues.EVENTS_UNDELIVERED))
        .toList();
  }

  /** The queues' definitions under the names that they have here. */
  public List<QueueDefinition> definitions() {
    return Queues.ALL.stream().map(queue -> queue.named(queues.get(queue.name()))).toList();
  }

  /** The name of a queue of {@link Queues}. */
  public String queue(String standardName) {
    return queues.get(standardName);
  }

  /** The variable by which producers and the pipe learn the stream's name. */
  public Map<String, String> streamEnvironment() {
    return Map.of(Variables.STREAM, stream);
  }

  /** The variables by which programs learn all names but the stream's, which need not be there. */
  public Map<String, String> environment() {
    Map<String, String> variables = new LinkedHashMap<>();
    variables.put(Variables.BUCKET, bucket);
    variables.put(Variables.TABLE, table);
    standardQueues().forEach(name -> variables.put(Variables.queue(name), queues.get(name)));
    return variables;
  }
}
