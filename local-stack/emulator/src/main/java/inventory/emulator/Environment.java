package inventory.emulator;

import java.util.Map;

/**
 * What the emulator takes from the environment, by the names that every AWS SDK knows.
 *
 * @param accessKeyId the only access key that S3 accepts
 * @param secretAccessKey its secret
 * @param region the region in ARNs and events
 */
public record Environment(String accessKeyId, String secretAccessKey, String region) {

  /** The account in every ARN. */
  public static final String ACCOUNT = "000000000000";

  /**
   * Reads the variables.
   *
   * @throws IllegalArgumentException if a credential is missing or no service would take it
   */
  static Environment of(Map<String, String> variables) {
    String accessKeyId = required(variables, "AWS_ACCESS_KEY_ID");
    if (!accessKeyId.matches("[A-Za-z0-9]+")) {
      throw new IllegalArgumentException(
          "AWS_ACCESS_KEY_ID is "
              + accessKeyId
              + ": DynamoDB takes letters and digits alone, so choose another");
    }
    return new Environment(
        accessKeyId,
        required(variables, "AWS_SECRET_ACCESS_KEY"),
        variables.getOrDefault("AWS_REGION", "us-east-1"));
  }

  private static String required(Map<String, String> variables, String name) {
    String value = variables.get(name);
    if (value == null || value.isBlank()) {
      throw new IllegalArgumentException(
          name + " is not set: S3 checks signatures, so set it to any text that clients use too");
    }
    return value;
  }
}
