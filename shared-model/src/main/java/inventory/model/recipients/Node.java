package inventory.model.recipients;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import inventory.model.recipients.InvalidRecipientsException.Problem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A value of a JSON document that knows where it is. A member that is null counts as absent.
 *
 * @param path its field's path
 * @param value a {@code Map} or {@code List} of nodes, a {@code String}, a {@code Boolean}, or the
 *     parser's token for anything else
 */
record Node(String path, int line, int column, Object value) {

  private static final JsonFactory PARSERS =
      JsonFactory.builder()
          .streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(8).build())
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .build();

  /**
   * Reads a document.
   *
   * @throws InvalidRecipientsException if it is not one JSON value
   */
  static Node read(String json) throws InvalidRecipientsException {
    try (JsonParser parser = PARSERS.createParser(json)) {
      if (parser.nextToken() == null) {
        throw invalid(parser.currentLocation(), "the document is empty");
      }
      Node root = read(parser, "");
      if (parser.nextToken() != null) {
        throw invalid(parser.currentTokenLocation(), "something follows the end of the object");
      }
      return root;
    } catch (JsonProcessingException e) {
      throw invalid(e.getLocation(), "not valid JSON: " + e.getOriginalMessage());
    } catch (IOException e) {
      throw new UncheckedIOException("a text in memory cannot be read", e);
    }
  }

  /** The parser does not say where a document is too deep. */
  private static InvalidRecipientsException invalid(JsonLocation at, String reason) {
    int line = at == null ? 1 : at.getLineNr();
    int column = at == null ? 1 : at.getColumnNr();
    return new InvalidRecipientsException(List.of(new Problem(line, column, "", reason)));
  }

  private static Node read(JsonParser parser, String path) throws IOException {
    JsonLocation at = parser.currentTokenLocation();
    return new Node(path, at.getLineNr(), at.getColumnNr(), value(parser, path));
  }

  private static Object value(JsonParser parser, String path) throws IOException {
    return switch (parser.currentToken()) {
      case START_OBJECT -> members(parser, path);
      case START_ARRAY -> elements(parser, path);
      case VALUE_STRING -> parser.getText();
      case VALUE_TRUE, VALUE_FALSE -> parser.getBooleanValue();
      default -> parser.currentToken();
    };
  }

  private static Map<String, Node> members(JsonParser parser, String path) throws IOException {
    Map<String, Node> members = new LinkedHashMap<>();
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String name = parser.currentName();
      parser.nextToken();
      Node value = read(parser, path.isEmpty() ? name : path + "." + name);
      if (value.value() != JsonToken.VALUE_NULL) {
        members.put(name, value);
      }
    }
    return members;
  }

  private static List<Node> elements(JsonParser parser, String path) throws IOException {
    List<Node> elements = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      elements.add(read(parser, path + "[" + (elements.size() + 1) + "]"));
    }
    return elements;
  }

  /** A problem with this value. */
  Problem problem(String reason) {
    return new Problem(line, column, path, reason);
  }
}
