package inventory.pulumi.messaging;

import com.pulumi.aws.iam.Policy;
import com.pulumi.aws.iam.PolicyArgs;
import com.pulumi.core.Output;
import inventory.model.resource.RawTables;
import inventory.pulumi.component.Component;
import inventory.pulumi.component.StackContext;
import inventory.pulumi.policy.Statement;
import inventory.pulumi.storage.EncryptionKey;
import inventory.pulumi.storage.Storage;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The policies of those who send data. An administrator attaches them to the roles or users of
 * warehouses and web shops. They allow nothing but sending.
 */
public final class Producers extends Component {

  private static final String WAREHOUSE = "inventory-warehouse";
  private static final String WEB_SHOP = "inventory-web-shop";

  private final StackContext base;
  private final EncryptionKey key;

  /** Declares no policy yet. */
  public Producers(StackContext base, EncryptionKey key) {
    super("Producers", "producers", base);
    this.base = base;
    this.key = key;
    complete();
  }

  /**
   * The policy of a warehouse: it drops transaction files, counts and thresholds, and reads
   * nothing.
   *
   * @return the policy's ARN
   */
  public Output<String> warehouse(Storage inbox) {
    List<Output<String>> objects =
        Stream.of(RawTables.INVENTORY_FILES, RawTables.COUNT_FILES, RawTables.RESTOCK_THRESHOLDS)
            .map(table -> inbox.objects(table.prefix()))
            .toList();
    return policy(
        WAREHOUSE,
        "Drops files into the inbox",
        List.of(
            new Statement("WriteObjects", List.of("s3:PutObject"), objects, Map.of()),
            key.use(base, "s3")));
  }

  /**
   * The policy of a web shop: it puts events on the stream, and reads nothing.
   *
   * @return the policy's ARN
   */
  public Output<String> webShop(EventStream events) {
    return policy(
        WEB_SHOP,
        "Puts events on the stream",
        List.of(
            Statement.allow(
                "PutEvents", List.of("kinesis:PutRecord", "kinesis:PutRecords"), events.arn()),
            key.use(base, "kinesis")));
  }

  private Output<String> policy(String name, String description, List<Statement> statements) {
    return new Policy(
            name,
            PolicyArgs.builder()
                .description(description)
                .policy(Statement.policy(statements))
                .build(),
            child())
        .arn();
  }
}
