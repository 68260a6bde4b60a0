package inventory.pulumi.component;

import com.pulumi.core.Output;
import java.util.LinkedHashMap;
import java.util.Map;

/** Values that are known only when other resources exist. */
public final class Known {

  private Known() {}

  /** The map of the values, once all are known; keeps the order. */
  public static Output<Map<String, String>> values(Map<String, Output<String>> outputs) {
    return Output.all(outputs.values())
        .applyValue(
            values -> {
              Map<String, String> known = new LinkedHashMap<>();
              int i = 0;
              for (String name : outputs.keySet()) {
                known.put(name, values.get(i++));
              }
              return known;
            });
  }
}
