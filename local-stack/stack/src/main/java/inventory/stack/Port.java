package inventory.stack;

import java.util.EnumMap;
import java.util.Iterator;
import java.util.Locale;
import java.util.Map;

/** A port of a local environment. */
public enum Port {
  /** The REST API. */
  API(8080, "the REST API"),
  /** The ingest service. */
  INGEST(4571, "ingest-service's health and metrics"),
  /** The alert service. */
  ALERT(4572, "alert-service's health and metrics"),
  /** The threshold service. */
  THRESHOLD(4573, "threshold-service's health and metrics"),
  /** The object store. */
  S3(4561, "the embedded S3"),
  /** The queues. */
  SQS(4562, "the embedded SQS"),
  /** The table store. */
  DYNAMODB(4563, "the embedded DynamoDB"),
  /** The mail server. */
  SMTP(4564, "the mail server"),
  /** The event stream. */
  KINESIS(4565, "the embedded Kinesis"),
  /** The identity server. */
  IDENTITY(4566, "the identity server");

  private final int standard;
  private final String user;

  Port(int standard, String user) {
    this.standard = standard;
    this.user = user;
  }

  /** The number that it has unless the user chooses another. */
  public int standard() {
    return standard;
  }

  /** The program that listens there, to follow "port of". */
  public String user() {
    return user;
  }

  /** The command line's option for the number. */
  public String option() {
    return "--port-" + name().toLowerCase(Locale.ROOT);
  }

  /** The environment variable for the number. */
  public String variable() {
    return "INVENTORY_PORT_" + name();
  }

  /** A free number for each port. */
  public static Map<Port, Integer> free() {
    Iterator<Integer> numbers = Ports.free(values().length).iterator();
    Map<Port, Integer> ports = new EnumMap<>(Port.class);
    for (Port port : values()) {
      ports.put(port, numbers.next());
    }
    return ports;
  }
}
