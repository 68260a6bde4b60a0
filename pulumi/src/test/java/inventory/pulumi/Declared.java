package inventory.pulumi;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A resource as the engine is asked to make it.
 *
 * @param type as in {@code aws:sqs/queue:Queue}
 * @param name its name in the stack
 * @param inputs its properties, resolved; numbers as doubles
 * @param provider what makes it; empty for the default one
 */
record Declared(String type, String name, Map<String, Object> inputs, String provider) {

  /** A property within properties: names, and indexes of lists; null if there is none. */
  Object at(Object... path) {
    Object found = inputs;
    for (Object step : path) {
      if (found instanceof Map<?, ?> map) {
        found = map.get(step);
      } else if (found instanceof List<?> list && (Integer) step < list.size()) {
        found = list.get((Integer) step);
      } else {
        return null;
      }
    }
    return found;
  }

  /** The same with another value of a property; without it if the value is null. */
  Declared with(String property, Object value) {
    Map<String, Object> changed = new HashMap<>(inputs);
    changed.put(property, value);
    if (value == null) {
      changed.remove(property);
    }
    return new Declared(type, name, changed, provider);
  }

  @Override
  public String toString() {
    return type + " " + name;
  }
}
