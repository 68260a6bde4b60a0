package inventory.testkit;

import inventory.model.resource.Queues;
import inventory.stack.aws.AwsClients;
import inventory.stack.aws.AwsVariables;
import inventory.stack.aws.ResourceNames;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.sqs.SqsClient;

/** A bucket, queues and a table of one test, with clients for them. */
public final class Resources implements AutoCloseable {

  private final ResourceNames names;
  private final AwsClients clients;
  private final Map<String, String> aws;
  private final URI smtp;
  private final boolean lasting;

  /**
   * Wraps resources that exist.
   *
   * @param lasting whether they outlast the tests, as everywhere but in the emulator
   */
  Resources(
      ResourceNames names, AwsClients clients, Map<String, String> aws, URI smtp, boolean lasting) {
    this.names = names;
    this.clients = clients;
    this.aws = Map.copyOf(aws);
    this.smtp = smtp;
    this.lasting = lasting;
  }

  /** All variables that a service's process needs to find these resources and the mail server. */
  public Map<String, String> environment() {
    Map<String, String> variables = new LinkedHashMap<>(aws);
    variables.putAll(names.environment());
    variables.put("INVENTORY_SMTP_HOST", smtp.getHost());
    variables.put("INVENTORY_SMTP_PORT", String.valueOf(smtp.getPort()));
    return variables;
  }

  /** The same as {@link #environment}, as properties of a Micronaut application in this process. */
  public Map<String, Object> properties() {
    Map<String, Object> properties = new LinkedHashMap<>();
    environment()
        .forEach(
            (variable, value) -> {
              if (variable.startsWith("INVENTORY_")) {
                properties.put(
                    variable.toLowerCase(Locale.ROOT).replaceFirst("_", ".").replace('_', '-'),
                    value);
              }
            });
    for (String service : List.of(AwsVariables.S3, AwsVariables.SQS, AwsVariables.DYNAMODB)) {
      properties.put(
          "aws.services." + service.toLowerCase(Locale.ROOT) + ".endpoint-override",
          aws.get(AwsVariables.endpointOf(service)));
    }
    properties.put("aws.region", aws.get(AwsVariables.REGION));
    properties.put("aws.access-key-id", aws.get(AwsVariables.ACCESS_KEY_ID));
    properties.put("aws.secret-key", aws.get(AwsVariables.SECRET_ACCESS_KEY));
    return properties;
  }

  /** The inbox bucket's name. */
  public String bucket() {
    return names.bucket();
  }

  /** The table's name. */
  public String table() {
    return names.table();
  }

  /** The name for a stream; {@link EmbeddedStream} creates it. */
  public String stream() {
    return names.stream();
  }

  /**
   * The name that a queue has here.
   *
   * @param standardName its name in {@link Queues}
   */
  public String queue(String standardName) {
    return names.queue(standardName);
  }

  /**
   * The URL of a queue.
   *
   * @param name its name here; for a dead-letter queue that name with {@code -dlq}
   */
  public String queueUrl(String name) {
    return sqs().getQueueUrl(r -> r.queueName(name)).queueUrl();
  }

  /** A client of the object store, closed with this. */
  public S3Client s3() {
    return clients.s3();
  }

  /** A client of the queues, closed with this. */
  public SqsClient sqs() {
    return clients.sqs();
  }

  /** A client of the table store, closed with this. */
  public DynamoDbClient dynamoDb() {
    return clients.dynamoDb();
  }

  /** Closes the clients. In the emulator the resources stay until it ends; elsewhere they go. */
  @Override
  public void close() {
    if (lasting) {
      new Deprovisioner(clients).remove(names);
    }
    clients.close();
  }
}
