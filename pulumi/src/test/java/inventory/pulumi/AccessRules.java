package inventory.pulumi;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Rules about access. */
final class AccessRules {

  private static final Set<String> WORLD = Set.of("0.0.0.0/0", "::/0");

  private AccessRules() {}

  static Stream<String> wildcards(Declaration stack) {
    return PolicyStatement.all(stack)
        .filter(Wildcards::hasOne)
        .filter(statement -> !Wildcards.areListed(statement))
        .map(
            statement ->
                "%s has a wildcard that is not listed: %s %s"
                    .formatted(statement, statement.actions(), statement.resources()));
  }

  static Stream<String> network(Declaration stack) {
    Stream<String> groups =
        Stream.of(
                "ec2/securityGroup:SecurityGroup", "ec2/defaultSecurityGroup:DefaultSecurityGroup")
            .flatMap(stack::ofType)
            .filter(group -> isNotEmpty(group.at("ingress")))
            .map(group -> group + " lets in by rules of its own");
    Stream<String> rules =
        stack
            .ofType("vpc/securityGroupIngressRule:SecurityGroupIngressRule")
            .filter(r -> r.at("referencedSecurityGroupId") == null || isWorld(r))
            .map(r -> r + " lets in more than a group");
    Stream<String> out =
        stack
            .ofType("vpc/securityGroupEgressRule:SecurityGroupEgressRule")
            .filter(r -> !Double.valueOf(443).equals(r.at("toPort")))
            .map(r -> r + " lets out other than TLS");
    Stream<String> subnets =
        stack
            .ofType("ec2/subnet:Subnet")
            .filter(subnet -> Boolean.TRUE.equals(subnet.at("mapPublicIpOnLaunch")))
            .map(subnet -> subnet + " gives public addresses to whatever is in it");
    return Stream.of(groups, rules, out, subnets).flatMap(s -> s);
  }

  private static boolean isNotEmpty(Object value) {
    return value instanceof List<?> list && !list.isEmpty();
  }

  private static boolean isWorld(Declared rule) {
    return Stream.of("cidrIpv4", "cidrIpv6")
        .map(rule::at)
        .anyMatch(block -> block != null && WORLD.contains(block));
  }

  /** The bucket may send to the queues that it notifies; the services may do what they are told. */
  static Stream<String> permissions(Declaration stack) {
    Stream<String> notifications =
        stack
            .ofType("s3/bucketNotification:BucketNotification")
            .flatMap(n -> ((List<?>) n.at("queues")).stream())
            .map(route -> String.valueOf(((Map<?, ?>) route).get("queueArn")))
            .distinct()
            .filter(queue -> !mayBeToldBy(stack, queue))
            .map(queue -> "S3 may not send to " + queue);
    return Stream.concat(notifications, ServiceCall.refused(stack));
  }

  private static boolean mayBeToldBy(Declaration stack, String queue) {
    return stack
        .ofType("sqs/queuePolicy:QueuePolicy")
        .flatMap(PolicyStatement::of)
        .filter(PolicyStatement::allows)
        .filter(statement -> statement.json().toString().contains("\"s3.amazonaws.com\""))
        .anyMatch(
            statement ->
                statement.actions().contains("sqs:SendMessage")
                    && statement.resources().contains(queue));
  }
}
