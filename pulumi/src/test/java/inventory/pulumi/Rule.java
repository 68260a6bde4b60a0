package inventory.pulumi;

import java.util.List;
import java.util.stream.Stream;

/** What must hold for all resources of a stack. */
enum Rule {
  /** Whatever can lie under a key of ours does. */
  ENCRYPTION,
  /** Nobody but those who are named gets at anything. */
  NO_PUBLIC_ACCESS,
  /** Buckets, queues and topics refuse what comes without TLS. */
  TLS_ONLY,
  /** What fails goes somewhere: from queues, pipes, schedules and rules. */
  DEAD_LETTERS,
  /** FIFO names, redrive and index keys fit together. */
  CONSISTENCY,
  /** No wildcard beyond those that are listed with a reason. */
  NO_WILDCARDS,
  /** Nothing is open to the world. */
  CLOSED_NETWORK,
  /** Who sends and reads may do so. */
  PERMISSIONS,
  /** Logs are kept for a time, and not for ever. */
  RETENTION,
  /** All is made by the one provider that puts tags on it. */
  TAGS,
  /** Tasks and functions have memory, an end and a log. */
  LIMITS,
  /** Each queue and each program has an alarm, and each alarm tells somebody. */
  ALARMS;

  /** What breaks it, each named. */
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
