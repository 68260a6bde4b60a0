package inventory.pulumi.storage;

import com.pulumi.aws.dynamodb.DynamodbFunctions;
import com.pulumi.aws.dynamodb.TableArgs;
import com.pulumi.aws.dynamodb.inputs.GetTableArgs;
import com.pulumi.aws.dynamodb.inputs.TableAttributeArgs;
import com.pulumi.aws.dynamodb.inputs.TableGlobalSecondaryIndexArgs;
import com.pulumi.aws.dynamodb.inputs.TablePointInTimeRecoveryArgs;
import com.pulumi.aws.dynamodb.inputs.TableServerSideEncryptionArgs;
import com.pulumi.aws.dynamodb.inputs.TableTtlArgs;
import com.pulumi.core.Output;
import inventory.model.table.Table;
import inventory.pulumi.component.Component;
import inventory.pulumi.component.StackContext;
import java.util.List;
import java.util.stream.Stream;

/**
 * The single table (requirement O2) with the keys of {@link Table}. After a restore, the programs
 * use another one, which AWS has created; this one stays until a person deletes it.
 */
public final class StockTable extends Component {

  private static final String NAME = Table.NAME;
  private static final String STRING = "S";

  private final Output<String> name;
  private final Output<String> arn;
  private final Output<String> streamArn;

  public StockTable(String name, StackContext base, EncryptionKey key) {
    super("StockTable", name, base);
    boolean guarded = base.settings().protectData();
    com.pulumi.aws.dynamodb.Table table =
        new com.pulumi.aws.dynamodb.Table(NAME, args(key, guarded), child(guarded));
    String used = base.settings().table();
    boolean isRestored = !used.equals(NAME);
    this.name = isRestored ? Output.of(used) : table.name();
    arn = isRestored ? base.arn("dynamodb", "table/" + used) : table.arn();
    streamArn =
        isRestored
            ? DynamodbFunctions.getTable(GetTableArgs.builder().name(used).build())
                .applyValue(restored -> restored.streamArn())
            : table.streamArn();
    complete();
  }

  /** The name of the table that the programs use. */
  public Output<String> name() {
    return name;
  }

  /** The ARN of the table that the programs use. */
  public Output<String> arn() {
    return arn;
  }

  /** The ARN of that table's stream, which ingest-service's projection reads. */
  public Output<String> streamArn() {
    return streamArn;
  }

  /** The ARN of an index of the table. */
  public Output<String> indexArn(String index) {
    return arn.applyValue(table -> table + "/index/" + index);
  }

  private static TableArgs args(EncryptionKey key, boolean protect) {
    return TableArgs.builder()
        .name(NAME)
        .billingMode("PAY_PER_REQUEST")
        .attributes(attributes())
        .hashKey(Table.PK)
        .rangeKey(Table.SK)
        .streamEnabled(true)
        .streamViewType("NEW_AND_OLD_IMAGES")
        .globalSecondaryIndexes(
            TableGlobalSecondaryIndexArgs.builder()
                .name(Table.INDEX)
                .hashKey(Table.INDEX_PK)
                .rangeKey(Table.INDEX_SK)
                .projectionType("ALL")
                .build(),
            TableGlobalSecondaryIndexArgs.builder()
                .name(Table.ITEM_INDEX)
                .hashKey(Table.ITEM_INDEX_PK)
                .rangeKey(Table.ITEM_INDEX_SK)
                .projectionType("KEYS_ONLY")
                .build())
        .serverSideEncryption(
            TableServerSideEncryptionArgs.builder().enabled(true).kmsKeyArn(key.arn()).build())
        .ttl(TableTtlArgs.builder().enabled(true).attributeName(Table.EXPIRES_AT).build())
        .pointInTimeRecovery(TablePointInTimeRecoveryArgs.builder().enabled(true).build())
        .deletionProtectionEnabled(protect)
        .build();
  }

  private static List<TableAttributeArgs> attributes() {
    return Stream.of(
            Table.PK,
            Table.SK,
            Table.INDEX_PK,
            Table.INDEX_SK,
            Table.ITEM_INDEX_PK,
            Table.ITEM_INDEX_SK)
        .map(attribute -> TableAttributeArgs.builder().name(attribute).type(STRING).build())
        .toList();
  }
}
