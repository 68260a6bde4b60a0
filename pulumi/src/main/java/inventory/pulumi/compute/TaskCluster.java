package inventory.pulumi.compute;

import com.pulumi.aws.ecs.Cluster;
import com.pulumi.aws.ecs.ClusterArgs;
import com.pulumi.aws.ecs.inputs.ClusterConfigurationArgs;
import com.pulumi.aws.ecs.inputs.ClusterConfigurationManagedStorageConfigurationArgs;
import com.pulumi.core.Output;
import inventory.pulumi.component.Component;
import inventory.pulumi.component.StackContext;
import inventory.pulumi.storage.EncryptionKey;

/** The cluster of all tasks. It costs nothing itself. Our key encrypts the disks of the tasks. */
public final class TaskCluster extends Component {

  public static final String NAME = "inventory";

  private final Cluster cluster;

  TaskCluster(String name, StackContext base, EncryptionKey key) {
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
