package inventory.pulumi.storage;

import com.pulumi.aws.kms.Alias;
import com.pulumi.aws.kms.AliasArgs;
import com.pulumi.aws.kms.Key;
import com.pulumi.aws.kms.KeyArgs;
import com.pulumi.core.Output;
import inventory.pulumi.component.Component;
import inventory.pulumi.component.StackContext;
import inventory.pulumi.policy.KeyPolicies;
import inventory.pulumi.policy.Statement;
import java.util.Arrays;
import java.util.List;

/** A customer-managed key with yearly rotation for encryption at rest (requirement O3). */
public final class EncryptionKey extends Component {

  // The longest and the shortest waiting period before AWS deletes a key. Without its key, all
  // data is lost.
  private static final int LONG_WINDOW_DAYS = 30;
  private static final int SHORT_WINDOW_DAYS = 7;

  private final Key key;

  private EncryptionKey(
      String name, StackContext base, String what, Output<String> policy, boolean guarded) {
    super("EncryptionKey", name, base);
    key =
        new Key(
            name,
            KeyArgs.builder()
                .description(what)
                .enableKeyRotation(true)
                .deletionWindowInDays(guarded ? LONG_WINDOW_DAYS : SHORT_WINDOW_DAYS)
                .policy(policy)
                .build(),
            child(guarded));
    new Alias(
        name, AliasArgs.builder().name("alias/" + name).targetKeyId(key.keyId()).build(), child());
    complete();
  }

  /** The key for data. */
  public static EncryptionKey ofData(StackContext base) {
    return new EncryptionKey(
        "inventory",
        base,
        "Inventory data at rest",
        base.accountId().applyValue(KeyPolicies::data),
        base.settings().protectData());
  }

  /** The key for logs. */
  public static EncryptionKey ofLogs(StackContext base) {
    return new EncryptionKey(
        "inventory-logs",
        base,
        "Inventory logs at rest",
        base.accountId().applyValue(account -> KeyPolicies.logs(account, base.region())),
        false);
  }

  /** The key's ARN. */
  public Output<String> arn() {
    return key.arn();
  }

  /**
   * The permission to encrypt and decrypt with the key through these services.
   *
   * @param services as in {@code sqs}
   */
  public Statement use(StackContext base, String... services) {
    return Statement.allow("UseKey", List.of("kms:Decrypt", "kms:GenerateDataKey"), arn())
        .when(
            "StringEquals",
            "kms:ViaService",
            Arrays.stream(services)
                .map(service -> service + "." + base.region() + ".amazonaws.com")
                .toList());
  }
}
