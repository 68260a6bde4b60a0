package inventory.reporting;

import inventory.local.EmbeddedAws;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Who may ask for what of the function behind a REST API. */
class LambdaRestAccessIT extends AccessContract {

  @RegisterExtension static final ReportingFixture FIXTURE = new ReportingFixture();

  private static LambdaApi lambda;

  @BeforeAll
  static void start() {
    lambda = new LambdaApi(FIXTURE.properties());
  }

  @AfterAll
  static void stop() {
    lambda.close();
  }

  @Override
  ReportingApi.Answer call(Call call) {
    return lambda.restApi(call);
  }

  @Override
  String bucketOrigin() {
    return EmbeddedAws.environment().get("AWS_ENDPOINT_URL_S3");
  }
}
