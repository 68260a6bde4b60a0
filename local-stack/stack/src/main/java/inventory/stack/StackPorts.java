package inventory.stack;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Where the programs of one local environment listen. */
public record StackPorts(
    int api,
    int ingest,
    int threshold,
    int alert,
    int s3,
    int sqs,
    int dynamoDb,
    int smtp,
    int kinesis,
    int identity) {

  private static final int COUNT = 10;

  /** Ports that are free now. */
  public static StackPorts free() {
    List<Integer> ports = Ports.free(COUNT);
    return new StackPorts(
        ports.get(0),
        ports.get(1),
        ports.get(2),
        ports.get(3),
        ports.get(4),
        ports.get(5),
        ports.get(6),
        ports.get(7),
        ports.get(8),
        ports.get(9));
  }

  /** The ports of the services and of the identity server, by the options that set them. */
  public Map<String, Integer> services() {
    Map<String, Integer> ports = new LinkedHashMap<>();
    ports.put("--port-api", api);
    ports.put("--port-ingest", ingest);
    ports.put("--port-threshold", threshold);
    ports.put("--port-alert", alert);
    ports.put("--port-identity", identity);
    return ports;
  }

  /** The ports of the emulator, DynamoDB and Kinesis, by the options that set them. */
  public Map<String, Integer> emulator() {
    Map<String, Integer> ports = new LinkedHashMap<>();
    ports.put("--port-s3", s3);
    ports.put("--port-sqs", sqs);
    ports.put("--port-dynamodb", dynamoDb);
    ports.put("--port-smtp", smtp);
    ports.put("--port-kinesis", kinesis);
    return ports;
  }

  int of(Service service) {
    return switch (service) {
      case INGEST -> ingest;
      case THRESHOLD -> threshold;
      case ALERT -> alert;
      case REPORTING -> api;
    };
  }
}
