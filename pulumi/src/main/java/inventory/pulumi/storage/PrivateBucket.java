package inventory.pulumi.storage;

import com.pulumi.aws.s3.BucketPolicy;
import com.pulumi.aws.s3.BucketPolicyArgs;
import com.pulumi.aws.s3.BucketPublicAccessBlock;
import com.pulumi.aws.s3.BucketPublicAccessBlockArgs;
import com.pulumi.aws.s3.BucketServerSideEncryptionConfigurationV2;
import com.pulumi.aws.s3.BucketServerSideEncryptionConfigurationV2Args;
import com.pulumi.aws.s3.BucketV2;
import com.pulumi.aws.s3.BucketV2Args;
import com.pulumi.aws.s3.BucketVersioningV2;
import com.pulumi.aws.s3.BucketVersioningV2Args;
import com.pulumi.aws.s3.inputs.BucketServerSideEncryptionConfigurationV2RuleApplyServerSideEncryptionByDefaultArgs;
import com.pulumi.aws.s3.inputs.BucketServerSideEncryptionConfigurationV2RuleArgs;
import com.pulumi.aws.s3.inputs.BucketVersioningV2VersioningConfigurationArgs;
import com.pulumi.core.Output;
import inventory.pulumi.component.Component;
import inventory.pulumi.component.StackContext;
import inventory.pulumi.policy.Policies;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A private, versioned bucket that our key encrypts. Its name ends in a random part, because bucket
 * names are global.
 */
public final class PrivateBucket extends Component {

  private final String name;
  private final BucketV2 bucket;

  /**
   * Declares the bucket. Call {@link #policy}, too.
   *
   * @param guarded whether it is protected from deletion; otherwise it is deleted with its objects
   */
  public PrivateBucket(String name, StackContext base, EncryptionKey key, boolean guarded) {
    super("PrivateBucket", name, base);
    this.name = name;
    bucket =
        new BucketV2(name, BucketV2Args.builder().forceDestroy(!guarded).build(), child(guarded));
    new BucketVersioningV2(
        name,
        BucketVersioningV2Args.builder()
            .bucket(bucket.id())
            .versioningConfiguration(
                BucketVersioningV2VersioningConfigurationArgs.builder().status("Enabled").build())
            .build(),
        child());
    encrypt(key);
    blockPublicAccess();
    complete();
  }

  /** The bucket. */
  public BucketV2 bucket() {
    return bucket;
  }

  /** The ARN of all objects below a prefix. */
  public Output<String> objects(String prefix) {
    return bucket.arn().applyValue(arn -> arn + "/" + prefix + "*");
  }

  /** Denies requests without TLS, and adds these statements. */
  public BucketPolicy policy(List<Output<Map<String, Object>>> statements) {
    List<Output<Map<String, Object>>> all = new ArrayList<>();
    all.add(bucket.arn().applyValue(arn -> Policies.requireTls("s3:*", arn, arn + "/*")));
    all.addAll(statements);
    return new BucketPolicy(
        name,
        BucketPolicyArgs.builder()
            .bucket(bucket.id())
            .policy(Output.all(all).applyValue(Policies::document))
            .build(),
        child());
  }

  private void encrypt(EncryptionKey key) {
    var byOurKey =
        BucketServerSideEncryptionConfigurationV2RuleApplyServerSideEncryptionByDefaultArgs
            .builder()
            .sseAlgorithm("aws:kms")
            .kmsMasterKeyId(key.arn())
            .build();
    new BucketServerSideEncryptionConfigurationV2(
        name,
        BucketServerSideEncryptionConfigurationV2Args.builder()
            .bucket(bucket.id())
            .rules(
                BucketServerSideEncryptionConfigurationV2RuleArgs.builder()
                    .applyServerSideEncryptionByDefault(byOurKey)
                    // One call to KMS for many objects instead of one for each.
                    .bucketKeyEnabled(true)
                    .build())
            .build(),
        child());
  }

  private void blockPublicAccess() {
    new BucketPublicAccessBlock(
        name,
        BucketPublicAccessBlockArgs.builder()
            .bucket(bucket.id())
            .blockPublicAcls(true)
            .blockPublicPolicy(true)
            .ignorePublicAcls(true)
            .restrictPublicBuckets(true)
            .build(),
        child());
  }
}
