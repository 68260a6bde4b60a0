package inventory.reporting;

/** Who may ask for what of the function behind an HTTP API. */
class LambdaHttpAccessIT extends LambdaAccessContract {

  @Override
  ReportingApi.Answer call(Call call) {
    return lambda().httpApi(call);
  }
}
