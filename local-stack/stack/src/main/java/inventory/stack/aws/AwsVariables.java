package inventory.stack.aws;

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

  /** The region of the embedded AWS. */
  public static final String EMBEDDED_REGION = "eu-central-1";

  /** The emulator accepts the key that it is started with. */
  private static final String EMBEDDED_KEY = "inventorylocal";

  private static final String PREFIX = "AWS_";

  private AwsVariables() {}

  /** The region and the access key of the embedded AWS. */
  public static Map<String, String> embedded() {
    Map<String, String> variables = new LinkedHashMap<>();
    variables.put(REGION, EMBEDDED_REGION);
    variables.put(ACCESS_KEY_ID, EMBEDDED_KEY);
    variables.put(SECRET_ACCESS_KEY, EMBEDDED_KEY);
    return variables;
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
