// CloudFront runs this for each request to the API. An HTTP API decodes the path before it forwards it: "a%2Fb" would
// become two segments, and "a%3Fb" would lose its end. So a header carries the original path. The request's own path
// ends at its first encoded character: API Gateway accepts at most 10,240 bytes of path and headers, and a name of 512
// characters may need 4,600.
function handler(event) {
  var request = event.request;
  request.headers['inventory-path'] = { value: request.uri };
  var encoded = request.uri.indexOf('%');
  if (encoded >= 0) {
    request.uri = request.uri.substring(0, encoded) + '_';
  }
  return request;
}
