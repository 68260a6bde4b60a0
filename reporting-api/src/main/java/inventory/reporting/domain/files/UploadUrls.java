package inventory.reporting.domain.files;

import java.time.Duration;
import java.util.Map;

/** How a file gets into the inbox without a right of one's own to put it there. */
public interface UploadUrls {

  /**
   * A request that may be made by whoever has it.
   *
   * @param url where it goes
   * @param headers the headers that it must have, beside those that every client sends by itself
   */
  record Signed(String url, Map<String, String> headers) {}

  /**
   * Allows one object to be put.
   *
   * @param key the object's key
   * @param mediaType its media type
   * @param size its size in bytes, no more and no less
   * @param validFor how long the request may be made
   */
  Signed sign(String key, String mediaType, long size, Duration validFor);
}
