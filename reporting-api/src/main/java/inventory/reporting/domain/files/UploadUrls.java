package inventory.reporting.domain.files;

import java.time.Duration;
import java.util.Map;

/** Signs requests that upload a file to the inbox without AWS credentials. */
public interface UploadUrls {

  /**
   * A signed request.
   *
   * @param url the URL of the request
   * @param headers the headers that it must have, except those that every client sets itself
   */
  record Signed(String url, Map<String, String> headers) {}

  /**
   * Signs the upload of one object.
   *
   * @param size the exact size in bytes
   * @param validFor how long the request is valid
   */
  Signed sign(String key, String mediaType, long size, Duration validFor);
}
