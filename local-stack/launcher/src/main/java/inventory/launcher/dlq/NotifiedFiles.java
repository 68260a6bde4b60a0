package inventory.launcher.dlq;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** The files that a message tells of. */
final class NotifiedFiles {

  private static final JsonMapper JSON = new JsonMapper();

  private NotifiedFiles() {}

  /** The keys in a notification of S3, decoded; none where the text is something else. */
  static List<String> in(String body) {
    List<String> keys = new ArrayList<>();
    for (JsonNode entry : parse(body).path("Records")) {
      JsonNode key = entry.path("s3").path("object").path("key");
      if (key.isTextual()) {
        keys.add(decoded(key.textValue()));
      }
    }
    return keys;
  }

  /** A dead message may be any text: what is no JSON has no keys. */
  private static JsonNode parse(String body) {
    try {
      return JSON.readTree(body);
    } catch (JsonProcessingException e) {
      return JSON.missingNode();
    }
  }

  private static String decoded(String key) {
    try {
      return URLDecoder.decode(key, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      // Not as S3 encodes keys: as it stands it says more than nothing.
      return key;
    }
  }
}
