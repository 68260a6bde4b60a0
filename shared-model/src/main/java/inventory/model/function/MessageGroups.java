package inventory.model.function;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import inventory.model.resource.Streams;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Adds the message group to the records of a managed pipe. A partition key may have characters and
 * a length that SQS does not accept as a group; a pipe itself cannot compute another one.
 */
public final class MessageGroups
    implements RequestHandler<List<Map<String, Object>>, List<Map<String, Object>>> {

  /** The property with the group. */
  public static final String GROUP = "messageGroup";

  @Override
  public List<Map<String, Object>> handleRequest(List<Map<String, Object>> records, Context call) {
    List<Map<String, Object>> grouped = new ArrayList<>();
    for (Map<String, Object> record : records) {
      Map<String, Object> copy = new LinkedHashMap<>(record);
      copy.put(GROUP, Streams.messageGroup((String) record.get("partitionKey")));
      grouped.add(copy);
    }
    return grouped;
  }
}
