package inventory.threshold.file;

import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.util.JsonParserDelegate;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;

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
    super.nextToken();
    return currentToken();
  }

  /**
   * {@inheritDoc}
   *
   * <p>A number that Java cannot represent, such as {@code 1e99999999999}, is a text: its entry is
   * rejected, and the others are not.
   */
  @Override
  public JsonToken currentToken() {
    JsonToken token = super.currentToken();
    // Only an exponent can be too large, and only a floating-point token has one.
    return token == JsonToken.VALUE_NUMBER_FLOAT && !isNumber() ? JsonToken.VALUE_STRING : token;
  }

  private boolean isNumber() {
    try {
      new BigDecimal(delegate.getText());
      return true;
    } catch (NumberFormatException e) {
      // An exponent of more than 32 bits.
      return false;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
