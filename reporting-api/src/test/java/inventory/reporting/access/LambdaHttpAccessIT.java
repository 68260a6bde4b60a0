package inventory.reporting.access;

import inventory.reporting.fixture.Call;
import inventory.reporting.fixture.ReportingApi;

/** Access rights of the function behind an HTTP API. */
class LambdaHttpAccessIT extends LambdaAccessContract {

  @Override
  ReportingApi.Answer call(Call call) {
    return lambda().httpApi(call);
  }
}
