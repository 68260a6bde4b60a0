package inventory.threshold.file;

import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.util.JsonParserDelegate;
import java.io.IOException;

/**
 * A parser that limits the size of an entry, which could otherwise fill the memory: as a tree, a
 * value of three bytes takes about fifty.
 */
final class LimitedParser extends JsonParserDelegate {

  /** Far more than an entry has fields, so unknown members are kept for the rejects. */
  private static final int MAX_TOKENS = 1_000;

  private int tokens;

  LimitedParser(JsonParser parser) {
    super(parser);
  }

  /** Resets the count. */
  void beginEntry() {
    tokens = 0;
  }

  @Override
  public JsonToken nextToken() throws IOException {
    tokens++;
    if (tokens > MAX_TOKENS) {
      throw new JsonParseException(
          this, "the entry has more than " + MAX_TOKENS + " names, values and brackets");
    }
    return super.nextToken();
  }
}
