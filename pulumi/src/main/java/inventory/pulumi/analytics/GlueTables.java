package inventory.pulumi.analytics;

import com.pulumi.aws.glue.CatalogDatabase;
import com.pulumi.aws.glue.CatalogTable;
import com.pulumi.aws.glue.CatalogTableArgs;
import com.pulumi.aws.glue.inputs.CatalogTablePartitionKeyArgs;
import com.pulumi.aws.glue.inputs.CatalogTableStorageDescriptorArgs;
import com.pulumi.aws.glue.inputs.CatalogTableStorageDescriptorColumnArgs;
import com.pulumi.aws.glue.inputs.CatalogTableStorageDescriptorSerDeInfoArgs;
import com.pulumi.core.Output;
import inventory.model.resource.RawTable;
import inventory.model.resource.RawTables;
import inventory.pulumi.component.Component;
import inventory.pulumi.storage.Storage;

/** The tables of {@link RawTables} in the catalogue. */
record GlueTables(Component part, CatalogDatabase database, Storage inbox) {

  private static final String INPUT = "org.apache.hadoop.mapred.TextInputFormat";
  private static final String OUTPUT = "org.apache.hadoop.hive.ql.io.HiveIgnoreKeyTextOutputFormat";

  void declare(RawTable table) {
    Output<String> bucket = inbox.bucket().bucket();
    new CatalogTable(
        table.name(),
        CatalogTableArgs.builder()
            .name(table.name())
            .databaseName(database.name())
            .description(table.meaning())
            .tableType("EXTERNAL_TABLE")
            .parameters(bucket.applyValue(table::parameters))
            .partitionKeys(
                CatalogTablePartitionKeyArgs.builder().name(RawTables.DAY).type("string").build())
            .storageDescriptor(
                CatalogTableStorageDescriptorArgs.builder()
                    .location(bucket.applyValue(table::location))
                    .inputFormat(INPUT)
                    .outputFormat(OUTPUT)
                    .columns(table.columns().stream().map(GlueTables::column).toList())
                    .serDeInfo(
                        CatalogTableStorageDescriptorSerDeInfoArgs.builder()
                            .serializationLibrary(table.serde())
                            .parameters(table.serdeParameters())
                            .build())
                    .build())
            .build(),
        part.child());
  }

  private static CatalogTableStorageDescriptorColumnArgs column(RawTable.Column column) {
    return CatalogTableStorageDescriptorColumnArgs.builder()
        .name(column.name())
        .type(column.glueType())
        .comment(column.meaning())
        .build();
  }
}
