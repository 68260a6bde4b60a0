package inventory.pulumi.analytics;

import com.pulumi.aws.athena.Workgroup;
import com.pulumi.aws.iam.Policy;
import com.pulumi.aws.iam.PolicyArgs;
import com.pulumi.core.Output;
import inventory.model.resource.RawTable;
import inventory.model.resource.RawTables;
import inventory.pulumi.component.Component;
import inventory.pulumi.component.StackContext;
import inventory.pulumi.policy.Statement;
import inventory.pulumi.storage.EncryptionKey;
import inventory.pulumi.storage.PrivateBucket;
import inventory.pulumi.storage.Storage;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The policy for data scientists. Attach it to a person's role. */
final class Analyst extends Component {

  private static final String NAME = "inventory-analyst";

  Analyst(
      StackContext base,
      EncryptionKey key,
      Storage inbox,
      PrivateBucket results,
      Workgroup workgroup) {
    super("Analyst", NAME, base);
    new Policy(
        NAME,
        PolicyArgs.builder()
            .description("SQL over the raw files of the inbox")
            .policy(
                Statement.policy(
                    List.of(
                        query(workgroup),
                        readCatalogue(base),
                        readFiles(inbox),
                        keepResults(results),
                        Statement.allow(
                            "FindObjects",
                            List.of("s3:ListBucket", "s3:GetBucketLocation"),
                            inbox.bucket().arn(),
                            results.bucket().arn()),
                        key.use(base, "s3"))))
            .build(),
        child());
    complete();
  }

  private static Statement query(Workgroup workgroup) {
    return Statement.allow(
        "Query",
        List.of(
            "athena:StartQueryExecution",
            "athena:StopQueryExecution",
            "athena:GetQueryExecution",
            "athena:GetQueryResults",
            "athena:GetNamedQuery",
            "athena:ListNamedQueries",
            "athena:GetWorkGroup"),
        workgroup.arn());
  }

  private static Statement readCatalogue(StackContext base) {
    List<Output<String>> arns = new ArrayList<>();
    arns.add(base.arn("glue", "catalog"));
    arns.add(base.arn("glue", "database/" + RawTables.DATABASE));
    for (RawTable table : RawTables.ALL) {
      arns.add(base.arn("glue", "table/" + RawTables.DATABASE + "/" + table.name()));
    }
    return new Statement(
        "ReadCatalogue",
        List.of("glue:GetDatabase", "glue:GetTable", "glue:GetTables", "glue:GetPartitions"),
        arns,
        Map.of());
  }

  private static Statement readFiles(Storage inbox) {
    return new Statement(
        "ReadObjects",
        List.of("s3:GetObject"),
        RawTables.ALL.stream().map(table -> inbox.objects(table.prefix())).toList(),
        Map.of());
  }

  private static Statement keepResults(PrivateBucket results) {
    return Statement.allow(
        "KeepResults",
        List.of("s3:GetObject", "s3:PutObject", "s3:AbortMultipartUpload"),
        results.objects(""));
  }
}
