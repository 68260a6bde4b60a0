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

/** A key of our own, rotated yearly, under which something lies at rest (requirement O3). */
public final class EncryptionKey extends Component {

  // The longest that AWS allows to change one's mind, as without its key all data is lost; and the
  // shortest, where the data may be lost.
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

  /** The key of all data. */
  public static EncryptionKey ofData(StackContext base) {
    return new EncryptionKey(
        "inventory",
        base,
        "Inventory data at rest",
        base.accountId().applyValue(KeyPolicies::data),
        base.settings().protectData());
  }

  /** The key of all logs. */
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
   * What a role needs to read and write what lies under the key, by the services that hold it.
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
