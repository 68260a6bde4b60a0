package inventory.pulumi.compute;

import inventory.model.resource.Inbox;
import inventory.model.resource.Queues;
import inventory.pulumi.storage.Storage;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The events that start services: an upload starts the service that processes it and alert-service.
 */
final class ScaleUpTriggers {

  private ScaleUpTriggers() {}

  /** The service that consumes a queue. */
  private static final Map<String, String> OWNERS =
      Map.of(Queues.INGEST, Program.INGEST, Queues.THRESHOLD, Program.THRESHOLD);

  static void declare(ScaleUp scaleUp, Storage storage, ProgramTask validation) {
    for (String queue : List.of(Queues.INGEST, Queues.THRESHOLD)) {
      scaleUp.at(
          queue + "-uploads",
          "A file was dropped: starts " + OWNERS.get(queue) + " and alert-service",
          storage.bucket().bucket().applyValue(bucket -> uploads(bucket, queue)),
          OWNERS.get(queue),
          Program.ALERT);
    }
    scaleUp.at(
        "inventory-validation-ended",
        "The validation has ended: starts alert-service to notify operations",
        validation.arn().applyValue(ScaleUpTriggers::stopped),
        Program.ALERT);
  }

  private static String uploads(String bucket, String queue) {
    return """
        {"source":["aws.s3"],"detail-type":["Object Created"],"detail":{"bucket":{"name":["%s"]},\
        "object":{"key":[%s]}}}"""
        .formatted(
            bucket,
            Inbox.ROUTES.stream()
                .filter(route -> route.queue().equals(queue))
                .map(ScaleUpTriggers::key)
                .distinct()
                .collect(Collectors.joining(",")));
  }

  /**
   * One condition for many routes; a service that starts for a key without a route does nothing.
   */
  private static String key(Inbox.Route route) {
    return route.prefix().isEmpty()
        ? "{\"suffix\":{\"equals-ignore-case\":\"%s\"}}"
            .formatted(route.suffix().toLowerCase(Locale.ROOT))
        : "{\"prefix\":\"%s\"}".formatted(route.prefix());
  }

  private static String stopped(String taskDefinition) {
    return """
        {"source":["aws.ecs"],"detail-type":["ECS Task State Change"],"detail":\
        {"lastStatus":["STOPPED"],"taskDefinitionArn":["%s"]}}"""
        .formatted(taskDefinition);
  }
}
