package inventory.emulator.s3.awssdk;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.util.Collections;
import java.util.Enumeration;
import java.util.Map;

/**
 * Another request in the place of one about a bucket: whether the bucket is there. S3Proxy checks
 * the signature on the way.
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
    // What a presigned request is signed with must still be seen.
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
