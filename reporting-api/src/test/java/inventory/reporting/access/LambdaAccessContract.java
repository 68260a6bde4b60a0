package inventory.reporting.access;

import inventory.reporting.fixture.LambdaApi;
import inventory.testkit.EmbeddedAws;
import inventory.testkit.Resources;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** Access rights of the function, the same whatever calls it. */
abstract class LambdaAccessContract extends AccessContract {

  private static Resources resources;
  private static LambdaApi lambda;

  @BeforeAll
  static void start() {
    resources = EmbeddedAws.newResources();
    lambda = new LambdaApi(resources.properties());
  }

  @AfterAll
  static void stop() {
    lambda.close();
    resources.close();
  }

  static LambdaApi lambda() {
    return lambda;
  }

  @Override
  String bucketOrigin() {
    return EmbeddedAws.environment().get("AWS_ENDPOINT_URL_S3");
  }
}
