package inventory.pulumi.storage;

import com.pulumi.aws.s3.BucketLifecycleConfigurationV2;
import com.pulumi.aws.s3.BucketLifecycleConfigurationV2Args;
import com.pulumi.aws.s3.BucketV2;
import com.pulumi.aws.s3.inputs.BucketLifecycleConfigurationV2RuleAbortIncompleteMultipartUploadArgs;
import com.pulumi.aws.s3.inputs.BucketLifecycleConfigurationV2RuleArgs;
import com.pulumi.aws.s3.inputs.BucketLifecycleConfigurationV2RuleExpirationArgs;
import com.pulumi.aws.s3.inputs.BucketLifecycleConfigurationV2RuleFilterArgs;
import com.pulumi.aws.s3.inputs.BucketLifecycleConfigurationV2RuleNoncurrentVersionTransitionArgs;
import com.pulumi.aws.s3.inputs.BucketLifecycleConfigurationV2RuleTransitionArgs;
import com.pulumi.core.Output;
import inventory.model.resource.Inbox;
import inventory.pulumi.component.Component;
import inventory.pulumi.component.StackContext;
import java.util.List;

/**
 * The inbox bucket. It keeps every version of an original for ever, because the validation proves
 * levels with them. Those of 128 KB and more move to cheaper storage classes that can still be read
 * at once; S3 moves no smaller ones, because the cheaper classes charge for 128 KB at least.
 */
public final class Storage extends Component {

  private static final String INBOX = "inventory-inbox";
  private static final int INFREQUENT_AFTER_DAYS = 30;
  private static final int ARCHIVED_AFTER_DAYS = 90;
  // A message that names a list expires after 14 days, and after 14 more in a dead-letter queue.
  private static final int CHANGES_DAYS = 30;
  private static final int BROKEN_UPLOADS_DAYS = 7;

  private final PrivateBucket inbox;

  public Storage(String name, StackContext base, EncryptionKey key) {
    super("Storage", name, base);
    inbox = new PrivateBucket(INBOX, base, key, base.settings().protectData());
    inbox.policy(List.of());
    new BucketLifecycleConfigurationV2(
        INBOX,
        BucketLifecycleConfigurationV2Args.builder()
            .bucket(inbox.bucket().id())
            .rules(List.of(originals(), expiry("changes", Inbox.CHANGES_PREFIX, CHANGES_DAYS)))
            .build(),
        child());
    complete();
  }

  /** The inbox bucket. */
  public BucketV2 bucket() {
    return inbox.bucket();
  }

  /** The ARN of all objects below a prefix. */
  public Output<String> objects(String prefix) {
    return inbox.objects(prefix);
  }

  private static BucketLifecycleConfigurationV2RuleArgs originals() {
    return BucketLifecycleConfigurationV2RuleArgs.builder()
        .id("cheaper-classes")
        .status("Enabled")
        .filter(prefix(""))
        .transitions(
            transition(INFREQUENT_AFTER_DAYS, "STANDARD_IA"),
            transition(ARCHIVED_AFTER_DAYS, "GLACIER_IR"))
        .noncurrentVersionTransitions(
            BucketLifecycleConfigurationV2RuleNoncurrentVersionTransitionArgs.builder()
                .noncurrentDays(INFREQUENT_AFTER_DAYS)
                .storageClass("GLACIER_IR")
                .build())
        .abortIncompleteMultipartUpload(
            BucketLifecycleConfigurationV2RuleAbortIncompleteMultipartUploadArgs.builder()
                .daysAfterInitiation(BROKEN_UPLOADS_DAYS)
                .build())
        .build();
  }

  private static BucketLifecycleConfigurationV2RuleTransitionArgs transition(
      int days, String storageClass) {
    return BucketLifecycleConfigurationV2RuleTransitionArgs.builder()
        .days(days)
        .storageClass(storageClass)
        .build();
  }

  private static BucketLifecycleConfigurationV2RuleArgs expiry(String id, String prefix, int days) {
    return BucketLifecycleConfigurationV2RuleArgs.builder()
        .id(id)
        .status("Enabled")
        .filter(prefix(prefix))
        .expiration(BucketLifecycleConfigurationV2RuleExpirationArgs.builder().days(days).build())
        .build();
  }

  private static BucketLifecycleConfigurationV2RuleFilterArgs prefix(String prefix) {
    return BucketLifecycleConfigurationV2RuleFilterArgs.builder().prefix(prefix).build();
  }
}
