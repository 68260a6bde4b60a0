package inventory.e2e;

import inventory.stack.aws.AwsVariables;
import inventory.testkit.AwsForTests;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.opentest4j.TestAbortedException;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.containers.localstack.LocalStackContainer;
import org.testcontainers.containers.localstack.LocalStackContainer.Service;
import org.testcontainers.utility.DockerImageName;

/**
 * LocalStack in a container, with {@code mvn verify -Plocalstack}: the same tests on another AWS.
 * Without Docker they are skipped.
 */
public final class LocalStackAws implements AwsForTests {

  /** Set by the profile. */
  static final String WANTED = "localstack";

  /** The last version that does not need an account. */
  static final DockerImageName IMAGE = DockerImageName.parse("localstack/localstack:4.14.0");

  @Override
  public Optional<Map<String, String>> variables() {
    return Boolean.getBoolean(WANTED) ? Optional.of(start()) : Optional.empty();
  }

  private static Map<String, String> start() {
    if (!DockerClientFactory.instance().isDockerAvailable()) {
      throw skipped("Docker does not answer on this machine");
    }
    // Testcontainers stops it with this virtual machine.
    LocalStackContainer container =
        new LocalStackContainer(IMAGE)
            .withServices(Service.S3, Service.SQS, Service.DYNAMODB)
            .withEnv("EAGER_SERVICE_LOADING", "1");
    container.start();
    Map<String, String> variables = new LinkedHashMap<>();
    for (String service : List.of(AwsVariables.S3, AwsVariables.SQS, AwsVariables.DYNAMODB)) {
      variables.put(AwsVariables.endpointOf(service), container.getEndpoint().toString());
    }
    variables.put(AwsVariables.REGION, container.getRegion());
    variables.put(AwsVariables.ACCESS_KEY_ID, container.getAccessKey());
    variables.put(AwsVariables.SECRET_ACCESS_KEY, container.getSecretKey());
    return variables;
  }

  private static TestAbortedException skipped(String reason) {
    String message = "skipped, as -Plocalstack wants " + IMAGE + " and " + reason;
    System.err.println(message);
    return new TestAbortedException(message);
  }
}
