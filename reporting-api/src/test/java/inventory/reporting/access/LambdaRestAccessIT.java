package inventory.reporting.access;

import inventory.reporting.fixture.Call;
import inventory.reporting.fixture.ReportingApi;

/** Access rights of the function behind a REST API. */
class LambdaRestAccessIT extends LambdaAccessContract {

  @Override
  ReportingApi.Answer call(Call call) {
    return lambda().restApi(call);
  }
}
