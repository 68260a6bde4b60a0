package inventory.pulumi.analytics;

import com.pulumi.aws.athena.NamedQuery;
import com.pulumi.aws.athena.NamedQueryArgs;
import com.pulumi.aws.athena.Workgroup;
import com.pulumi.aws.athena.WorkgroupArgs;
import com.pulumi.aws.athena.inputs.WorkgroupConfigurationArgs;
import com.pulumi.aws.athena.inputs.WorkgroupConfigurationEngineVersionArgs;
import com.pulumi.aws.athena.inputs.WorkgroupConfigurationResultConfigurationArgs;
import com.pulumi.aws.athena.inputs.WorkgroupConfigurationResultConfigurationEncryptionConfigurationArgs;
import com.pulumi.aws.glue.CatalogDatabase;
import com.pulumi.aws.glue.CatalogDatabaseArgs;
import com.pulumi.aws.s3.BucketLifecycleConfigurationV2;
import com.pulumi.aws.s3.BucketLifecycleConfigurationV2Args;
import com.pulumi.aws.s3.inputs.BucketLifecycleConfigurationV2RuleArgs;
import com.pulumi.aws.s3.inputs.BucketLifecycleConfigurationV2RuleExpirationArgs;
import com.pulumi.aws.s3.inputs.BucketLifecycleConfigurationV2RuleFilterArgs;
import com.pulumi.aws.s3.inputs.BucketLifecycleConfigurationV2RuleNoncurrentVersionExpirationArgs;
import com.pulumi.core.Output;
import inventory.model.resource.RawTables;
import inventory.pulumi.component.Component;
import inventory.pulumi.component.StackContext;
import inventory.pulumi.storage.EncryptionKey;
import inventory.pulumi.storage.PrivateBucket;
import inventory.pulumi.storage.Storage;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * SQL over the raw files (requirement R7). A query costs what it reads, and the workgroup limits
 * that.
 */
public final class Analytics extends Component {

  private static final String NAME = "inventory";
  private static final String RESULTS = "inventory-query-results";
  private static final int RESULTS_DAYS = 7;
  private static final int MEGABYTE = 1_048_576;

  /** File and meaning of the saved queries; {@code docs/sql.md} explains them. */
  private static final Map<String, String> QUERIES = new LinkedHashMap<>();

  static {
    QUERIES.put("bad-lines", "Bad lines, by file");
    QUERIES.put("best-sellers", "The ten best-selling items");
    QUERIES.put("late-movements", "Movements that arrived a day late or more, by warehouse");
  }

  private final Workgroup workgroup;

  public Analytics(String name, StackContext base, EncryptionKey key, Storage inbox) {
    super("Analytics", name, base);
    CatalogDatabase database =
        new CatalogDatabase(
            RawTables.DATABASE,
            CatalogDatabaseArgs.builder()
                .name(RawTables.DATABASE)
                .description("The raw files of the inbox")
                .build(),
            child());
    GlueTables tables = new GlueTables(this, database, inbox);
    RawTables.ALL.forEach(tables::declare);
    PrivateBucket results = new PrivateBucket(RESULTS, base, key, false);
    results.policy(List.of());
    expire(results);
    workgroup = workgroup(base, key, results);
    QUERIES.forEach((file, meaning) -> save(file, meaning, database));
    new Analyst(base, key, inbox, results, workgroup);
    complete();
  }

  private Workgroup workgroup(StackContext base, EncryptionKey key, PrivateBucket results) {
    WorkgroupConfigurationResultConfigurationArgs encrypted =
        WorkgroupConfigurationResultConfigurationArgs.builder()
            .outputLocation(results.bucket().bucket().applyValue(bucket -> "s3://" + bucket + "/"))
            .encryptionConfiguration(
                WorkgroupConfigurationResultConfigurationEncryptionConfigurationArgs.builder()
                    .encryptionOption("SSE_KMS")
                    .kmsKeyArn(key.arn())
                    .build())
            .build();
    return new Workgroup(
        NAME,
        WorkgroupArgs.builder()
            .name(NAME)
            .forceDestroy(true)
            .configuration(
                WorkgroupConfigurationArgs.builder()
                    .enforceWorkgroupConfiguration(true)
                    .publishCloudwatchMetricsEnabled(true)
                    .bytesScannedCutoffPerQuery(base.settings().scanLimitMegabytes() * MEGABYTE)
                    .engineVersion(
                        WorkgroupConfigurationEngineVersionArgs.builder()
                            .selectedEngineVersion("Athena engine version 3")
                            .build())
                    .resultConfiguration(encrypted)
                    .build())
            .build(),
        child());
  }

  private void expire(PrivateBucket results) {
    new BucketLifecycleConfigurationV2(
        RESULTS,
        BucketLifecycleConfigurationV2Args.builder()
            .bucket(results.bucket().id())
            .rules(
                BucketLifecycleConfigurationV2RuleArgs.builder()
                    .id("results")
                    .status("Enabled")
                    .filter(
                        BucketLifecycleConfigurationV2RuleFilterArgs.builder().prefix("").build())
                    .expiration(
                        BucketLifecycleConfigurationV2RuleExpirationArgs.builder()
                            .days(RESULTS_DAYS)
                            .build())
                    .noncurrentVersionExpiration(
                        BucketLifecycleConfigurationV2RuleNoncurrentVersionExpirationArgs.builder()
                            .noncurrentDays(1)
                            .build())
                    .build())
            .build(),
        child());
  }

  private void save(String file, String meaning, CatalogDatabase database) {
    new NamedQuery(
        file,
        NamedQueryArgs.builder()
            .name(file)
            .description(meaning)
            .database(database.name())
            .workgroup(workgroup.id())
            .query(query(file))
            .build(),
        child());
  }

  private static String query(String file) {
    try (InputStream in = Analytics.class.getResourceAsStream(file + ".sql")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("the saved query cannot be read: " + file, e);
    }
  }

  /** The workgroup's name. */
  public Output<String> workgroup() {
    return workgroup.name();
  }
}
