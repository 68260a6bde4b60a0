package inventory.reporting;

import inventory.testkit.EmbeddedAws;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Who may ask for what over HTTP. */
class AccessIT extends AccessContract {

  @RegisterExtension static final ReportingFixture FIXTURE = new ReportingFixture();

  @Override
  ReportingApi.Answer call(Call call) {
    return FIXTURE.api().call(call);
  }

  @Override
  String bucketOrigin() {
    return EmbeddedAws.environment().get("AWS_ENDPOINT_URL_S3");
  }
}
