package inventory.pulumi;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * All resources of a stack, without components and the stack itself.
 *
 * @param resources in the order in which the engine was asked for them
 */
record Declaration(List<Declared> resources) {

  static final String ACCOUNT = "123456789012";
  static final String REGION = "eu-central-1";

  /** The resources of a type, without its package, as in {@code sqs/queue:Queue}. */
  Stream<Declared> ofType(String type) {
    return resources.stream().filter(r -> r.type().equals("aws:" + type));
  }

  /** The resource of a type and name. */
  Declared find(String type, String name) {
    return ofType(type)
        .filter(r -> r.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no " + type + " " + name));
  }

  /** The only resource of a type. */
  Declared only(String type) {
    List<Declared> found = ofType(type).toList();
    if (found.size() != 1) {
      throw new IllegalArgumentException(found.size() + " of " + type);
    }
    return found.get(0);
  }

  /** The same without some. */
  Declaration without(Predicate<Declared> unwanted) {
    return new Declaration(resources.stream().filter(unwanted.negate()).toList());
  }

  /** The same with one more. */
  Declaration with(Declared resource) {
    List<Declared> all = new ArrayList<>(resources);
    all.add(resource);
    return new Declaration(all);
  }

  /** The same with the first resource of a type changed. */
  Declaration change(String type, UnaryOperator<Declared> change) {
    return change(ofType(type).findFirst().orElseThrow(), change);
  }

  /** The same with one resource changed. */
  Declaration change(Declared resource, UnaryOperator<Declared> change) {
    return new Declaration(
        resources.stream().map(r -> r.equals(resource) ? change.apply(r) : r).toList());
  }
}
