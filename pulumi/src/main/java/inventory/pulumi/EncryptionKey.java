package inventory.pulumi;

import com.pulumi.aws.AwsFunctions;
import com.pulumi.aws.kms.Alias;
import com.pulumi.aws.kms.AliasArgs;
import com.pulumi.aws.kms.Key;
import com.pulumi.aws.kms.KeyArgs;
import com.pulumi.core.Output;
import java.util.List;

/** The one key under which everything lies at rest (requirement O3). */
final class EncryptionKey extends Part {

  // The longest that AWS allows to change one's mind: without its key all data is lost.
  private static final int DELETION_WINDOW_DAYS = 30;

  private final Key key;

  EncryptionKey(String name) {
    super("EncryptionKey", name);
    Output<String> policy =
        AwsFunctions.getCallerIdentity()
            .applyValue(
                caller ->
                    Policies.document(
                        List.of(
                            Policies.delegateToAccount(caller.accountId()),
                            Policies.allowEncryptedNotifications(caller.accountId()))));
    key =
        new Key(
            "inventory",
            KeyArgs.builder()
                .description("Inventory data at rest")
                .enableKeyRotation(true)
                .deletionWindowInDays(DELETION_WINDOW_DAYS)
                .policy(policy)
                .build(),
            child());
    new Alias(
        "inventory",
        AliasArgs.builder().name("alias/inventory").targetKeyId(key.keyId()).build(),
        child());
    complete();
  }

  /** The key's ARN. */
  Output<String> arn() {
    return key.arn();
  }
}
