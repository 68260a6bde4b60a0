package inventory.pulumi.api;

import com.pulumi.aws.secretsmanager.SecretsmanagerFunctions;
import com.pulumi.aws.secretsmanager.inputs.GetRandomPasswordArgs;
import com.pulumi.aws.ssm.Parameter;
import com.pulumi.aws.ssm.ParameterArgs;
import com.pulumi.core.Output;
import inventory.pulumi.component.Component;
import inventory.pulumi.component.StackContext;
import inventory.pulumi.storage.EncryptionKey;

/**
 * The secret that signs the cursors of the API's lists. AWS creates it once, and all instances of
 * the function share it.
 */
final class CursorKey extends Component {

  private static final int LENGTH = 64;

  private final Parameter parameter;

  CursorKey(String name, StackContext base, EncryptionKey key) {
    super("CursorKey", name, base);
    Output<String> random =
        SecretsmanagerFunctions.getRandomPassword(
                GetRandomPasswordArgs.builder()
                    .passwordLength(LENGTH)
                    .excludePunctuation(true)
                    .build())
            .applyValue(password -> password.randomPassword());
    parameter =
        new Parameter(
            "cursor-key",
            ParameterArgs.builder()
                .name("/inventory/cursor-key")
                .description("Signs the cursors of the API's lists")
                .type("SecureString")
                .keyId(key.arn())
                .value(random.asSecret())
                .build(),
            // Each `pulumi up` requests another one; the first one stays.
            childButFor("value"));
    complete();
  }

  /** The secret. */
  Output<String> value() {
    return parameter.value();
  }
}
