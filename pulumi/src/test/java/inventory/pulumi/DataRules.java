package inventory.pulumi;

import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Rules about data at rest and in transit. */
final class DataRules {

  private static final String KEYS = "arn:aws:kms:";

  /** Where each type that can lie under a key names it. */
  private static final Map<String, Object[]> KEY_PROPERTIES =
      Map.ofEntries(
          key("sqs/queue:Queue", "kmsMasterKeyId"),
          key("sns/topic:Topic", "kmsMasterKeyId"),
          key("dynamodb/table:Table", "serverSideEncryption", "kmsKeyArn"),
          key(
              "s3/bucketServerSideEncryptionConfigurationV2:"
                  + "BucketServerSideEncryptionConfigurationV2",
              "rules",
              0,
              "applyServerSideEncryptionByDefault",
              "kmsMasterKeyId"),
          key("s3/bucketObjectv2:BucketObjectv2", "kmsKeyId"),
          key("kinesis/stream:Stream", "kmsKeyId"),
          key("cloudwatch/logGroup:LogGroup", "kmsKeyId"),
          key("ecr/repository:Repository", "encryptionConfigurations", 0, "kmsKey"),
          key("lambda/function:Function", "kmsKeyArn"),
          key("scheduler/schedule:Schedule", "kmsKeyArn"),
          key("sfn/stateMachine:StateMachine", "encryptionConfiguration", "kmsKeyId"),
          key("pipes/pipe:Pipe", "kmsKeyIdentifier"),
          key("ssm/parameter:Parameter", "keyId"),
          key(
              "athena/workgroup:Workgroup",
              "configuration",
              "resultConfiguration",
              "encryptionConfiguration",
              "kmsKeyArn"),
          key(
              "ecs/cluster:Cluster",
              "configuration",
              "managedStorageConfiguration",
              "fargateEphemeralStorageKmsKeyId"));

  /** Types without data, or for which AWS accepts no customer-managed key. */
  private static final Set<String> WITHOUT_KEY =
      Set.of(
          "apigatewayv2/api:Api",
          "apigatewayv2/authorizer:Authorizer",
          "apigatewayv2/integration:Integration",
          "apigatewayv2/route:Route",
          "apigatewayv2/stage:Stage",
          "appautoscaling/policy:Policy",
          "appautoscaling/target:Target",
          "athena/namedQuery:NamedQuery",
          "budgets/budget:Budget",
          "cloudfront/cachePolicy:CachePolicy",
          "cloudfront/distribution:Distribution",
          "cloudfront/originAccessControl:OriginAccessControl",
          "cloudfront/responseHeadersPolicy:ResponseHeadersPolicy",
          "cloudwatch/dashboard:Dashboard",
          "cloudwatch/eventRule:EventRule",
          "cloudwatch/eventTarget:EventTarget",
          "cloudwatch/metricAlarm:MetricAlarm",
          "cognito/user:User",
          "cognito/userGroup:UserGroup",
          "cognito/userInGroup:UserInGroup",
          "cognito/userPool:UserPool",
          "cognito/userPoolClient:UserPoolClient",
          "cognito/userPoolDomain:UserPoolDomain",
          "ec2/defaultSecurityGroup:DefaultSecurityGroup",
          "ec2/internetGateway:InternetGateway",
          "ec2/route:Route",
          "ec2/routeTable:RouteTable",
          "ec2/routeTableAssociation:RouteTableAssociation",
          "ec2/securityGroup:SecurityGroup",
          "ec2/subnet:Subnet",
          "ec2/vpc:Vpc",
          "ec2/vpcEndpoint:VpcEndpoint",
          "ecr/lifecyclePolicy:LifecyclePolicy",
          "ecs/service:Service",
          "ecs/taskDefinition:TaskDefinition",
          "glue/catalogDatabase:CatalogDatabase",
          "glue/catalogTable:CatalogTable",
          "iam/policy:Policy",
          "iam/role:Role",
          "iam/rolePolicy:RolePolicy",
          "kms/alias:Alias",
          "kms/key:Key",
          "lambda/alias:Alias",
          "lambda/eventSourceMapping:EventSourceMapping",
          "lambda/permission:Permission",
          "s3/bucketCorsConfigurationV2:BucketCorsConfigurationV2",
          "s3/bucketLifecycleConfigurationV2:BucketLifecycleConfigurationV2",
          "s3/bucketNotification:BucketNotification",
          "s3/bucketPolicy:BucketPolicy",
          "s3/bucketPublicAccessBlock:BucketPublicAccessBlock",
          // By a resource of its own, of which publicAccess looks that it is there.
          "s3/bucketV2:BucketV2",
          "s3/bucketVersioningV2:BucketVersioningV2",
          "sns/topicPolicy:TopicPolicy",
          "sns/topicSubscription:TopicSubscription",
          "sqs/queuePolicy:QueuePolicy",
          "sqs/redriveAllowPolicy:RedriveAllowPolicy",
          "vpc/securityGroupEgressRule:SecurityGroupEgressRule",
          "vpc/securityGroupIngressRule:SecurityGroupIngressRule");

  private DataRules() {}

  private static Map.Entry<String, Object[]> key(String type, Object... path) {
    return Map.entry("aws:" + type, path);
  }

  static Stream<String> encryption(Declaration stack) {
    Stream<String> unencrypted =
        stack.resources().stream()
            .filter(r -> KEY_PROPERTIES.containsKey(r.type()))
            .filter(r -> !isOurs(r.at(KEY_PROPERTIES.get(r.type()))))
            .map(r -> r + " is not under a key of ours");
    Stream<String> unknown =
        stack.resources().stream()
            .filter(r -> !KEY_PROPERTIES.containsKey(r.type()))
            .filter(r -> !WITHOUT_KEY.contains(r.type().substring("aws:".length())))
            .map(r -> r + ": nobody has said whether it can lie under a key");
    Stream<String> unrotated =
        stack
            .ofType("kms/key:Key")
            .filter(r -> !Boolean.TRUE.equals(r.at("enableKeyRotation")))
            .map(r -> r + " is not rotated");
    return Stream.of(unencrypted, unknown, unrotated).flatMap(s -> s);
  }

  private static boolean isOurs(Object key) {
    return key instanceof String arn && arn.startsWith(KEYS);
  }

  static Stream<String> publicAccess(Declaration stack) {
    Stream<String> open =
        stack
            .ofType("s3/bucketV2:BucketV2")
            .filter(bucket -> !isClosed(stack, bucket))
            .map(bucket -> bucket + " is not closed, versioned and encrypted");
    Stream<String> forAll =
        PolicyStatement.all(stack)
            .filter(statement -> statement.allows() && statement.isForAll())
            .map(statement -> statement + " allows everybody");
    Stream<String> functions =
        stack.ofType("lambda/functionUrl:FunctionUrl").map(url -> url + " is called by everybody");
    return Stream.of(open, forAll, functions).flatMap(s -> s);
  }

  private static boolean isClosed(Declaration stack, Declared bucket) {
    boolean isBlocked =
        ofBucket(stack, "s3/bucketPublicAccessBlock:BucketPublicAccessBlock", bucket)
            .anyMatch(
                block ->
                    Stream.of(
                            "blockPublicAcls",
                            "blockPublicPolicy",
                            "ignorePublicAcls",
                            "restrictPublicBuckets")
                        .allMatch(property -> Boolean.TRUE.equals(block.at(property))));
    boolean isVersioned =
        ofBucket(stack, "s3/bucketVersioningV2:BucketVersioningV2", bucket)
            .anyMatch(v -> "Enabled".equals(v.at("versioningConfiguration", "status")));
    boolean isEncrypted =
        ofBucket(
                stack,
                "s3/bucketServerSideEncryptionConfigurationV2:"
                    + "BucketServerSideEncryptionConfigurationV2",
                bucket)
            .findAny()
            .isPresent();
    return isBlocked && isVersioned && isEncrypted;
  }

  private static Stream<Declared> ofBucket(Declaration stack, String type, Declared bucket) {
    return stack.ofType(type).filter(r -> r.at("bucket").equals(bucket.name() + "-1234567"));
  }

  static Stream<String> tls(Declaration stack) {
    Set<String> guarded =
        PolicyStatement.all(stack)
            .filter(PolicyStatement::requiresTls)
            .flatMap(statement -> statement.resources().stream())
            .collect(Collectors.toSet());
    Stream<String> unguarded =
        Stream.of("s3/bucketV2:BucketV2", "sqs/queue:Queue", "sns/topic:Topic")
            .flatMap(stack::ofType)
            .filter(r -> !guarded.contains(arn(r)))
            .map(r -> r + " takes what comes without TLS");
    Stream<String> pages =
        stack
            .ofType("cloudfront/distribution:Distribution")
            .filter(d -> "allow-all".equals(d.at("defaultCacheBehavior", "viewerProtocolPolicy")))
            .map(d -> d + " is shown without TLS");
    return Stream.concat(unguarded, pages);
  }

  /** As {@link Cloud} makes it. */
  static String arn(Declared resource) {
    Object name = resource.inputs().getOrDefault("name", resource.name());
    return switch (resource.type()) {
      case "aws:s3/bucketV2:BucketV2" -> "arn:aws:s3:::" + name + "-1234567";
      case "aws:sns/topic:Topic" -> Stack.queueArn((String) name).replace(":sqs:", ":sns:");
      default -> Stack.queueArn((String) name);
    };
  }
}
