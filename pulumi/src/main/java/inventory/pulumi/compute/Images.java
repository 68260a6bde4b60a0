package inventory.pulumi.compute;

import com.pulumi.aws.ecr.LifecyclePolicy;
import com.pulumi.aws.ecr.LifecyclePolicyArgs;
import com.pulumi.aws.ecr.Repository;
import com.pulumi.aws.ecr.RepositoryArgs;
import com.pulumi.aws.ecr.inputs.RepositoryEncryptionConfigurationArgs;
import com.pulumi.aws.ecr.inputs.RepositoryImageScanningConfigurationArgs;
import com.pulumi.core.Output;
import inventory.pulumi.component.Component;
import inventory.pulumi.component.StackContext;
import inventory.pulumi.storage.EncryptionKey;
import java.util.LinkedHashMap;
import java.util.Map;

/** A repository for the image of each program that runs as a task. */
public final class Images extends Component {

  // Each image is stored once for all tags. The last few are enough for a rollback.
  private static final String KEEP_TEN =
      """
      {"rules":[{"rulePriority":1,"description":"the last ten","selection":{"tagStatus":"any",\
      "countType":"imageCountMoreThan","countNumber":10},"action":{"type":"expire"}}]}""";

  private final Map<String, Repository> repositories = new LinkedHashMap<>();
  private final Artefacts artefacts;

  Images(String name, StackContext base, EncryptionKey key, Artefacts artefacts) {
    super("Images", name, base);
    this.artefacts = artefacts;
    for (String program : Program.IMAGES) {
      repositories.put(program, repository(program, base, key));
    }
    complete();
  }

  private Repository repository(String program, StackContext base, EncryptionKey key) {
    Repository repository =
        new Repository(
            program,
            RepositoryArgs.builder()
                .name("inventory/" + program)
                .forceDelete(!base.settings().protectData())
                .encryptionConfigurations(
                    RepositoryEncryptionConfigurationArgs.builder()
                        .encryptionType("KMS")
                        .kmsKey(key.arn())
                        .build())
                .imageScanningConfiguration(
                    RepositoryImageScanningConfigurationArgs.builder().scanOnPush(true).build())
                .build(),
            child());
    new LifecyclePolicy(
        program,
        LifecyclePolicyArgs.builder().repository(repository.name()).policy(KEEP_TEN).build(),
        child());
    return repository;
  }

  /**
   * The image of a program, by its digest: a new image is a new task definition, and an old one
   * stays what it was. Before an image was built, it is the one that was pushed last.
   */
  Output<String> image(String program) {
    String version = artefacts.digest(program).map(digest -> "@" + digest).orElse(":latest");
    return repositories.get(program).repositoryUrl().applyValue(url -> url + version);
  }

  /** The ARN of a program's repository. */
  Output<String> arn(String program) {
    return repositories.get(program).arn();
  }

  /** The host of all repositories, to which images are pushed. */
  public Output<String> registry() {
    return repositories
        .get(Program.INGEST)
        .repositoryUrl()
        .applyValue(url -> url.substring(0, url.indexOf('/')));
  }
}
