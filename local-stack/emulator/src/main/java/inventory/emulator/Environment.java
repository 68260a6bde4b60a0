package inventory.emulator;

import java.util.Map;

/**
 * Settings from the environment, by the names that every AWS SDK uses.
 *
 * @param accessKeyId the only access key id that S3 accepts
 * @param secretAccessKey its secret
 * @param region the region in ARNs and events
 */
public record Environment(String accessKeyId, String secretAccessKey, String region) {

  /** The account in every ARN. */
  public static final String ACCOUNT = "000000000000";

  /**
   * Reads the variables.
   *
   * @throws IllegalArgumentException if a credential is missing
   */
  static Environment of(Map<String, String> variables) {
    return new Environment(
        required(variables, "AWS_ACCESS_KEY_ID"),
        required(variables, "AWS_SECRET_ACCESS_KEY"),
        variables.getOrDefault("AWS_REGION", "us-east-1"));
  }

  private static String required(Map<String, String> variables, String name) {
    String value = variables.get(name);
    if (value == null || value.isBlank()) {
      throw new IllegalArgumentException(
          name + " is not set: set it to the text that clients sign with; S3 checks signatures");
    }
    return value;
  }
}
