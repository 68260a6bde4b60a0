package inventory.pulumi;

import com.pulumi.aws.ecs.Cluster;
import com.pulumi.aws.ecs.ClusterArgs;
import com.pulumi.aws.ecs.inputs.ClusterConfigurationArgs;
import com.pulumi.aws.ecs.inputs.ClusterConfigurationManagedStorageConfigurationArgs;
import com.pulumi.core.Output;

/** Where all tasks run; costs nothing by itself. The disks of its tasks are under our key. */
final class TaskCluster extends Part {

  static final String NAME = "inventory";

  private final Cluster cluster;

  TaskCluster(String name, Foundation base, EncryptionKey key) {
    super("TaskCluster", name, base);
    ClusterConfigurationManagedStorageConfigurationArgs storage =
        ClusterConfigurationManagedStorageConfigurationArgs.builder()
            .fargateEphemeralStorageKmsKeyId(key.arn())
            .build();
    cluster =
        new Cluster(
            NAME,
            ClusterArgs.builder()
                .name(NAME)
                .configuration(
                    ClusterConfigurationArgs.builder().managedStorageConfiguration(storage).build())
                .build(),
            child());
    complete();
  }

  /** The cluster's ARN. */
  Output<String> arn() {
    return cluster.arn();
  }
}
