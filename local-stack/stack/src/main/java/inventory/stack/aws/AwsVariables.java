package inventory.stack.aws;

import inventory.stack.LaunchException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Environment variables that every AWS SDK knows. */
public final class AwsVariables {

  /** The region. */
  public static final String REGION = "AWS_REGION";

  /** The access key's id. */
  public static final String ACCESS_KEY_ID = "AWS_ACCESS_KEY_ID";

  /** The access key's secret. */
  public static final String SECRET_ACCESS_KEY = "AWS_SECRET_ACCESS_KEY";

  /** The token of temporary credentials. */
  public static final String SESSION_TOKEN = "AWS_SESSION_TOKEN";

  /** The endpoint of all services that have none of their own. */
  public static final String ENDPOINT = "AWS_ENDPOINT_URL";

  /** S3's name in {@link #endpointOf}. */
  public static final String S3 = "S3";

  /** SQS's name in {@link #endpointOf}. */
  public static final String SQS = "SQS";

  /** DynamoDB's name in {@link #endpointOf}. */
  public static final String DYNAMODB = "DYNAMODB";

  /** Kinesis's name in {@link #endpointOf}. */
  public static final String KINESIS = "KINESIS";

  private static final String PREFIX = "AWS_";
  private static final String CHOICE = "INVENTORY_AWS";
  private static final String EMBEDDED = "embedded";
  private static final String EXTERNAL = "external";

  private AwsVariables() {}

  /**
   * Whether {@code INVENTORY_AWS} asks for the AWS that the other variables name.
   *
   * @throws LaunchException if it is neither {@code embedded} nor {@code external}
   */
  public static boolean isExternal(Map<String, String> environment) {
    String aws = environment.getOrDefault(CHOICE, EMBEDDED);
    if (!aws.equals(EMBEDDED) && !aws.equals(EXTERNAL)) {
      throw new LaunchException(
          "%s is \"%s\": set it to %s, or unset it for the embedded AWS"
              .formatted(CHOICE, aws, EXTERNAL));
    }
    return aws.equals(EXTERNAL);
  }

  /** The variable of one service's endpoint. */
  public static String endpointOf(String service) {
    return ENDPOINT + "_" + service;
  }

  /** The endpoint of a service, its own or the common one; empty for AWS itself. */
  public static Optional<String> endpoint(Map<String, String> environment, String service) {
    return Optional.ofNullable(environment.get(endpointOf(service)))
        .or(() -> Optional.ofNullable(environment.get(ENDPOINT)))
        .filter(url -> !url.isBlank());
  }

  /**
   * The endpoint of a DynamoDB to use instead of starting one: set by the user on its own. In a
   * shell that has read {@code .inventory/env}, all endpoints are set, and none of them is meant.
   */
  public static Optional<String> otherDynamoDb(Map<String, String> environment) {
    return Optional.ofNullable(environment.get(endpointOf(DYNAMODB)))
        .filter(url -> !url.isBlank() && !environment.containsKey(endpointOf(SQS)));
  }

  /**
   * Those of the variables that say where AWS is and who asks, each service's endpoint by itself.
   */
  public static Map<String, String> locating(Map<String, String> environment) {
    Map<String, String> found = new LinkedHashMap<>();
    for (String service : List.of(S3, SQS, DYNAMODB, KINESIS)) {
      endpoint(environment, service).ifPresent(url -> found.put(endpointOf(service), url));
    }
    for (String name : List.of(REGION, ACCESS_KEY_ID, SECRET_ACCESS_KEY, SESSION_TOKEN)) {
      Optional.ofNullable(environment.get(name)).ifPresent(value -> found.put(name, value));
    }
    return found;
  }

  /**
   * The variables without any that concerns AWS, so that what is meant for an emulator can never
   * reach an account by a profile or endpoint that happens to be set.
   */
  public static Map<String, String> without(Map<String, String> environment) {
    Map<String, String> rest = new LinkedHashMap<>(environment);
    rest.keySet().removeIf(name -> name.startsWith(PREFIX));
    return rest;
  }
}
