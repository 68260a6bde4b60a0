package inventory.threshold.file;

import io.micronaut.json.tree.JsonNode;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * An entry of a threshold file, as it is in the file.
 *
 * @param index its position in the list, from 1
 * @param isObject whether it is a JSON object
 * @param members the members of the object in their order, including repeated ones; for another
 *     value the value itself
 */
public record Entry(int index, boolean isObject, List<Member> members) {

  /** Copies the members. */
  public Entry {
    members = List.copyOf(members);
  }

  /** A name with its value. */
  public record Member(String name, JsonNode value) {}

  /** The value of a name; empty if it is absent or null. */
  Optional<JsonNode> value(String name) {
    return members.stream()
        .filter(member -> member.name().equals(name))
        .map(Member::value)
        .filter(value -> !value.isNull())
        .findFirst();
  }

  /** Whether there is a value of a name, even null. */
  boolean has(String name) {
    return members.stream().anyMatch(member -> member.name().equals(name));
  }

  /** The first repeated name; empty if there is none. */
  Optional<String> repeated() {
    Set<String> names = new HashSet<>();
    return members.stream().map(Member::name).filter(name -> !names.add(name)).findFirst();
  }
}
