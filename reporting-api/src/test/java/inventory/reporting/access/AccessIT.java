package inventory.reporting.access;

import inventory.reporting.fixture.Call;
import inventory.reporting.fixture.ReportingApi;
import inventory.reporting.fixture.ReportingFixture;
import inventory.testkit.EmbeddedAws;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Access rights over HTTP. */
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
