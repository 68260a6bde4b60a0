package inventory.pulumi.component;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * JSON whose properties keep their order. Two runs of the program write the same text, so a preview
 * without changes is empty.
 */
public final class Json {

  private static final Gson GSON = new GsonBuilder().disableHtmlEscaping().create();

  private Json() {}

  /**
   * An object.
   *
   * @param namesAndValues each property's name, followed by its value
   */
  public static Map<String, Object> object(Object... namesAndValues) {
    Map<String, Object> object = new LinkedHashMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      object.put((String) namesAndValues[i], namesAndValues[i + 1]);
    }
    return object;
  }

  /** The text of maps, lists, strings, numbers and booleans. */
  public static String write(Object value) {
    return GSON.toJson(value);
  }
}
