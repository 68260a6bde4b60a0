// Run by CloudFront for each call of the API. API Gateway's HTTP API decodes a path before it hands it on: "a%2Fb"
// becomes two parts, and of "a%3Fb" the end is lost. So the path as it came goes along as a header. The request's
// own path is cut where its first encoded character stands: API Gateway takes at most 10,240 bytes of path and
// headers, of which a name of 512 characters may need 4,600.
function handler(event) {
  var request = event.request;
  request.headers['inventory-path'] = { value: request.uri };
  var encoded = request.uri.indexOf('%');
  if (encoded >= 0) {
    request.uri = request.uri.substring(0, encoded) + '_';
  }
  return request;
}
