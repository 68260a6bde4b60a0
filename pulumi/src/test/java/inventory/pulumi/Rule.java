package inventory.pulumi;

import java.util.List;
import java.util.stream.Stream;

/** The rules that all resources of a stack must follow. */
enum Rule {
  /** Everything that our keys can encrypt is encrypted with them. */
  ENCRYPTION,
  /** Only named principals have access. */
  NO_PUBLIC_ACCESS,
  /** Buckets, queues and topics deny requests without TLS. */
  TLS_ONLY,
  /** Queues, pipes, schedules and rules have dead-letter queues. */
  DEAD_LETTERS,
  /** FIFO names, redrive policies and index keys are consistent. */
  CONSISTENCY,
  /** Policies contain only listed wildcards. */
  NO_WILDCARDS,
  /** The network allows no inbound traffic. */
  CLOSED_NETWORK,
  /** Senders and readers have the permissions that they need. */
  PERMISSIONS,
  /** Logs expire. */
  RETENTION,
  /** The provider with our tags creates every resource. */
  TAGS,
  /** Tasks and functions have a memory limit, a time limit and a log. */
  LIMITS,
  /** Each queue and each program has an alarm, and each alarm has a recipient. */
  ALARMS;

  /** The violations, each with the resource's name. */
  List<String> violations(Declaration stack) {
    return check(stack).toList();
  }

  private Stream<String> check(Declaration stack) {
    return switch (this) {
      case ENCRYPTION -> DataRules.encryption(stack);
      case NO_PUBLIC_ACCESS -> DataRules.publicAccess(stack);
      case TLS_ONLY -> DataRules.tls(stack);
      case DEAD_LETTERS -> QueueRules.deadLetters(stack);
      case CONSISTENCY -> QueueRules.consistency(stack);
      case NO_WILDCARDS -> AccessRules.wildcards(stack);
      case CLOSED_NETWORK -> AccessRules.network(stack);
      case PERMISSIONS -> AccessRules.permissions(stack);
      case RETENTION -> OperationRules.retention(stack);
      case TAGS -> OperationRules.tags(stack);
      case LIMITS -> OperationRules.limits(stack);
      case ALARMS -> OperationRules.alarms(stack);
    };
  }
}
