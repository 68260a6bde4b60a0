package inventory.emulator.s3;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.util.Collections;
import java.util.Enumeration;
import java.util.Map;

/**
 * The request HeadBucket in place of a request about a bucket's document: S3Proxy checks its
 * signature, and that the bucket exists.
 */
final class BucketCheck extends HttpServletRequestWrapper {

  BucketCheck(HttpServletRequest request) {
    super(request);
  }

  @Override
  public String getMethod() {
    return "HEAD";
  }

  @Override
  public String getParameter(String name) {
    // The signature of a presigned request is in these.
    return name.startsWith("X-Amz-") ? super.getParameter(name) : null;
  }

  @Override
  public Enumeration<String> getParameterNames() {
    return Collections.emptyEnumeration();
  }

  @Override
  public Map<String, String[]> getParameterMap() {
    return Map.of();
  }
}
