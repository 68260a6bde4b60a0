package inventory.e2e;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import inventory.model.resource.QueueDefinition;
import inventory.model.resource.Queues;
import inventory.stack.aws.AwsClients;
import inventory.stack.aws.ResourceNames;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/** The queues of the local environment, in the terms of the Pulumi program. */
record LocalQueues(AwsClients clients, ResourceNames resources) {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String REDRIVE = "RedrivePolicy";

  List<String> names() {
    List<String> names = new ArrayList<>(List.of(resources.queue(Queues.EVENTS_UNDELIVERED)));
    for (QueueDefinition queue : resources.definitions()) {
      names.add(queue.name());
      names.add(queue.deadLetterName());
    }
    return names;
  }

  /** The properties that matter to services, without the retention, which the emulator ignores. */
  Map<String, String> attributes(String name) {
    String url = clients.sqs().getQueueUrl(r -> r.queueName(name)).queueUrl();
    Map<QueueAttributeName, String> found =
        clients
            .sqs()
            .getQueueAttributes(r -> r.queueUrl(url).attributeNames(QueueAttributeName.ALL))
            .attributes();
    Map<String, String> attributes = new TreeMap<>();
    attributes.put("FifoQueue", found.getOrDefault(QueueAttributeName.FIFO_QUEUE, "false"));
    attributes.put("Visibility", found.get(QueueAttributeName.VISIBILITY_TIMEOUT));
    attributes.put(REDRIVE, redrive(found.get(QueueAttributeName.REDRIVE_POLICY)));
    return attributes;
  }

  /** The same for a declared queue. */
  static Map<String, String> ofCloud(Map<String, Object> declared) {
    Map<String, String> attributes = new TreeMap<>();
    attributes.put("FifoQueue", String.valueOf(declared.getOrDefault("fifoQueue", false)));
    // Thirty seconds is the default of SQS.
    attributes.put("Visibility", whole(declared.getOrDefault("visibilityTimeoutSeconds", 30.0)));
    attributes.put(REDRIVE, redrive((String) declared.get("redrivePolicy")));
    return attributes;
  }

  private static String whole(Object number) {
    return String.valueOf(((Double) number).longValue());
  }

  /** The receive count and the name of the queue; its ARN differs. */
  private static String redrive(String policy) {
    if (policy == null) {
      return "none";
    }
    try {
      JsonNode json = JSON.readTree(policy);
      String arn = json.get("deadLetterTargetArn").asText();
      return json.get("maxReceiveCount").asInt() + " " + arn.substring(arn.lastIndexOf(':') + 1);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(policy, e);
    }
  }
}
