package inventory.pulumi;

import com.pulumi.Config;
import java.util.regex.Pattern;

/**
 * What may differ from stack to stack, from {@code Pulumi.<stack>.yaml}.
 *
 * @param purchasingEmail who is told of low stock; an e-mail address
 * @param operationsEmail who looks after the system; an e-mail address
 * @param protectData whether the bucket and the table are guarded against deletion
 */
record Settings(String purchasingEmail, String operationsEmail, boolean protectData) {

  // Whether an address exists AWS finds out; this finds what is no address at all.
  private static final Pattern ADDRESS = Pattern.compile("[^\\s@<>,;]+@[^\\s@<>,;]+");

  /** Checks the values. */
  Settings {
    checkAddress("purchasingEmail", purchasingEmail);
    checkAddress("operationsEmail", operationsEmail);
  }

  /** Reads the stack's configuration. */
  static Settings of(Config config) {
    return new Settings(
        config.require("purchasingEmail"),
        config.require("operationsEmail"),
        config.getBoolean("protectData").orElse(true));
  }

  private static void checkAddress(String key, String value) {
    if (!ADDRESS.matcher(value).matches()) {
      throw new IllegalArgumentException(
          "inventory:"
              + key
              + " is '"
              + value
              + "': it must be one e-mail address; set it with: pulumi config set "
              + key
              + " name@example.com");
    }
  }
}
