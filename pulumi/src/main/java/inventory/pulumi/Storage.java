package inventory.pulumi;

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
import java.util.List;

/** The inbox bucket. Its name ends in a random part, as bucket names are the world's. */
final class Storage extends Part {

  private static final String INBOX = "inventory-inbox";

  private final BucketV2 bucket;

  Storage(String name, EncryptionKey key, Settings settings) {
    super("Storage", name);
    bucket = new BucketV2(INBOX, BucketV2Args.Empty, child(settings.protectData()));
    new BucketVersioningV2(
        INBOX,
        BucketVersioningV2Args.builder()
            .bucket(bucket.id())
            .versioningConfiguration(
                BucketVersioningV2VersioningConfigurationArgs.builder().status("Enabled").build())
            .build(),
        child());
    encrypt(key);
    blockPublicAccess();
    requireTls();
    complete();
  }

  /** The inbox bucket. */
  BucketV2 bucket() {
    return bucket;
  }

  private void encrypt(EncryptionKey key) {
    var byOurKey =
        BucketServerSideEncryptionConfigurationV2RuleApplyServerSideEncryptionByDefaultArgs
            .builder()
            .sseAlgorithm("aws:kms")
            .kmsMasterKeyId(key.arn())
            .build();
    new BucketServerSideEncryptionConfigurationV2(
        INBOX,
        BucketServerSideEncryptionConfigurationV2Args.builder()
            .bucket(bucket.id())
            .rules(
                BucketServerSideEncryptionConfigurationV2RuleArgs.builder()
                    .applyServerSideEncryptionByDefault(byOurKey)
                    // One call to KMS for many objects, not one for each.
                    .bucketKeyEnabled(true)
                    .build())
            .build(),
        child());
  }

  private void blockPublicAccess() {
    new BucketPublicAccessBlock(
        INBOX,
        BucketPublicAccessBlockArgs.builder()
            .bucket(bucket.id())
            .blockPublicAcls(true)
            .blockPublicPolicy(true)
            .ignorePublicAcls(true)
            .restrictPublicBuckets(true)
            .build(),
        child());
  }

  private void requireTls() {
    new BucketPolicy(
        INBOX,
        BucketPolicyArgs.builder()
            .bucket(bucket.id())
            .policy(
                bucket
                    .arn()
                    .applyValue(
                        arn ->
                            Policies.document(
                                List.of(Policies.requireTls("s3:*", arn, arn + "/*")))))
            .build(),
        child());
  }
}
