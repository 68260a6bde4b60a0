package inventory.threshold.file;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.OutputStream;

/** Begins and completes a JSON document that is an object with one list. */
public final class ListDocument {

  // Half of a surrogate pair cannot be written as UTF-8; escaping keeps it.
  private static final int LAST_BEFORE_SURROGATES = Character.MIN_SURROGATE - 1;

  private ListDocument() {}

  /**
   * Begins a document.
   *
   * @param out a stream, which {@link #complete} closes
   * @param list the list's name
   */
  public static JsonGenerator begin(OutputStream out, String list) throws IOException {
    JsonGenerator json = new JsonFactory().createGenerator(out).useDefaultPrettyPrinter();
    json.setHighestNonEscapedChar(LAST_BEFORE_SURROGATES);
    json.writeStartObject();
    json.writeArrayFieldStart(list);
    return json;
  }

  /** Completes a document; a second call does nothing. */
  public static void complete(JsonGenerator json) throws IOException {
    if (!json.isClosed()) {
      json.writeEndArray();
      json.writeEndObject();
      json.close();
    }
  }
}
