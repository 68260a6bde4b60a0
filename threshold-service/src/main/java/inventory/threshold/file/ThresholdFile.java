package inventory.threshold.file;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import io.micronaut.jackson.core.tree.JsonNodeTreeCodec;
import io.micronaut.json.JsonStreamConfig;
import io.micronaut.json.tree.JsonNode;
import java.io.CharConversionException;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/**
 * A threshold file: one JSON object with an array {@code ThresholdList}. The entries are read one
 * by one, with the parser and the trees of micronaut-serde. Its object mapper would keep all of
 * them in memory, round long fractions, and ignore text after the object.
 */
public final class ThresholdFile {

  /** How many unknown fields a reason names. */
  private static final int MAX_UNKNOWN = 10;

  private static final int MAX_MESSAGE = 200;

  /** The start of the parser's message about a truncated file. */
  private static final String CUT_OFF = "Unexpected end-of-input";

  // An entry with a number of many digits is rejected by itself. The file's size is limited.
  private static final JsonFactory PARSERS =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder().maxNumberLength(Integer.MAX_VALUE).build())
          .build();
  private static final JsonNodeTreeCodec TREES =
      JsonNodeTreeCodec.getInstance()
          .withConfig(JsonStreamConfig.DEFAULT.withUseBigDecimalForFloats(true));

  // The parser's text for the position of an opening bracket; people need only line and column.
  private static final Pattern SOURCE = Pattern.compile("\\[Source: .*?; (line: .*?)]");

  private final Set<String> unknownFields = new TreeSet<>();

  /**
   * Reads a file completely.
   *
   * @param entries is called with each entry in turn, also if the file turns out to be unreadable
   * @throws UnreadableFileException if it is not such a file; with line and column, if known
   */
  public void read(InputStream in, Consumer<Entry> entries)
      throws IOException, UnreadableFileException {
    try (LimitedParser parser = new LimitedParser(PARSERS.createParser(in))) {
      readObject(parser, entries);
    } catch (JsonProcessingException e) {
      throw malformed(e);
    } catch (CharConversionException e) {
      throw new UnreadableFileException("the file is not text: " + e.getMessage(), e);
    }
  }

  /**
   * The names of unknown fields, in quotes; one may be a misspelling. At most {@value
   * #MAX_UNKNOWN}.
   */
  public Set<String> unknownFields() {
    return Set.copyOf(unknownFields);
  }

  private void readObject(LimitedParser parser, Consumer<Entry> entries)
      throws IOException, UnreadableFileException {
    JsonToken first = parser.nextToken();
    if (first == null) {
      throw new UnreadableFileException("the file is empty");
    }
    if (first != JsonToken.START_OBJECT) {
      throw unexpected(parser, "an object with a " + Fields.LIST + " is expected");
    }
    boolean found = false;
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String name = parser.currentName();
      parser.nextToken();
      if (!name.equals(Fields.LIST)) {
        addUnknown(name);
        parser.skipChildren();
      } else if (found) {
        throw unexpected(parser, Fields.LIST + " appears twice");
      } else {
        readList(parser, entries);
        found = true;
      }
    }
    if (!found) {
      throw new UnreadableFileException(
          "the file has no " + Fields.LIST + "; its fields are " + unknownFields);
    }
    if (parser.nextToken() != null) {
      throw unexpected(parser, "something follows the end of the object");
    }
  }

  private void readList(LimitedParser parser, Consumer<Entry> entries)
      throws IOException, UnreadableFileException {
    if (parser.currentToken() != JsonToken.START_ARRAY) {
      throw unexpected(parser, Fields.LIST + " is not an array");
    }
    int index = 0;
    parser.beginEntry();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      index++;
      entries.accept(readEntry(parser, index));
      parser.beginEntry();
    }
  }

  private Entry readEntry(LimitedParser parser, int index) throws IOException {
    if (parser.currentToken() != JsonToken.START_OBJECT) {
      JsonNode value = TREES.readTree(parser);
      return new Entry(index, false, List.of(new Entry.Member(Fields.ENTRY, value)));
    }
    List<Entry.Member> members = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String name = parser.currentName();
      parser.nextToken();
      members.add(new Entry.Member(name, TREES.readTree(parser)));
      if (!Fields.isKnown(name)) {
        addUnknown(name);
      }
    }
    return new Entry(index, true, members);
  }

  private void addUnknown(String name) {
    if (unknownFields.size() < MAX_UNKNOWN) {
      unknownFields.add(Excerpt.quoted(name));
    }
  }

  private static UnreadableFileException malformed(JsonProcessingException e) {
    String message = SOURCE.matcher(e.getOriginalMessage()).replaceAll("$1");
    String problem =
        message.startsWith(CUT_OFF)
            ? "the JSON is truncated"
            : "the file is not valid JSON: " + Excerpt.cut(message, MAX_MESSAGE);
    // The parser reports where it stopped, which may be slightly after the error.
    String where = e.getLocation() == null ? "" : ", near " + position(e.getLocation());
    return new UnreadableFileException(problem + where, e);
  }

  private static UnreadableFileException unexpected(JsonParser parser, String what) {
    return new UnreadableFileException(what + ", at " + position(parser.currentTokenLocation()));
  }

  private static String position(JsonLocation location) {
    return "line " + location.getLineNr() + ", column " + location.getColumnNr();
  }
}
