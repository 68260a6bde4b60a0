package inventory.pulumi;

import com.pulumi.resources.ComponentResource;
import com.pulumi.resources.ComponentResourceOptions;
import com.pulumi.resources.CustomResourceOptions;
import java.util.Map;

/** A part of the stack: its resources are its children. */
abstract class Part extends ComponentResource {

  /**
   * Declares the part.
   *
   * @param name its name in the stack
   */
  Part(String type, String name) {
    super("inventory:pulumi:" + type, name, ComponentResourceOptions.Empty);
  }

  /** The options of a resource of this part. */
  final CustomResourceOptions child() {
    return CustomResourceOptions.builder().parent(this).build();
  }

  /** The options of a resource that holds data; if guarded, Pulumi refuses to delete it. */
  final CustomResourceOptions child(boolean guarded) {
    return CustomResourceOptions.builder().parent(this).protect(guarded).build();
  }

  /** To be called after the last resource. */
  final void complete() {
    registerOutputs(Map.of());
  }
}
