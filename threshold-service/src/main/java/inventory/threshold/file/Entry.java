package inventory.threshold.file;

import io.micronaut.json.tree.JsonNode;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * An entry of a threshold file as it stands there.
 *
 * @param index its place in the list, from 1
 * @param isObject whether it is a JSON object
 * @param members the object's, in their order and with those that are repeated; of another value
 *     the value itself
 */
public record Entry(int index, boolean isObject, List<Member> members) {

  /** Members are copied, so that an entry never changes. */
  public Entry {
    members = List.copyOf(members);
  }

  /** A name with its value. */
  public record Member(String name, JsonNode value) {}

  /** The value of a name; empty where it is absent or null. */
  Optional<JsonNode> value(String name) {
    return members.stream()
        .filter(member -> member.name().equals(name))
        .map(Member::value)
        .filter(value -> !value.isNull())
        .findFirst();
  }

  /** The first name that is there more than once; empty if none is. */
  Optional<String> repeated() {
    Set<String> names = new HashSet<>();
    return members.stream().map(Member::name).filter(name -> !names.add(name)).findFirst();
  }
}
