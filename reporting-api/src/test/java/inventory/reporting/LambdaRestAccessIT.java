package inventory.reporting;

/** Who may ask for what of the function behind a REST API. */
class LambdaRestAccessIT extends LambdaAccessContract {

  @Override
  ReportingApi.Answer call(Call call) {
    return lambda().restApi(call);
  }
}
