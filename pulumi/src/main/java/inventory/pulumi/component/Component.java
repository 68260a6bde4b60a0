package inventory.pulumi.component;

import com.pulumi.resources.ComponentResource;
import com.pulumi.resources.ComponentResourceOptions;
import com.pulumi.resources.CustomResourceOptions;
import com.pulumi.resources.Resource;
import java.util.List;
import java.util.Map;

/** A part of the stack: its resources are its children. */
public abstract class Component extends ComponentResource {

  /**
   * Declares the part.
   *
   * @param type what kind of part it is
   * @param name its name in the stack
   */
  public Component(String type, String name, StackContext base) {
    super(
        "inventory:pulumi:" + type,
        name,
        ComponentResourceOptions.builder().providers(base.provider()).build());
  }

  /** The options of a resource of this part. */
  public final CustomResourceOptions child() {
    return CustomResourceOptions.builder().parent(this).build();
  }

  /** The options of a resource that holds data; if guarded, Pulumi refuses to delete it. */
  public final CustomResourceOptions child(boolean guarded) {
    return CustomResourceOptions.builder().parent(this).protect(guarded).build();
  }

  /** The options of a resource that can only be made after others. */
  public final CustomResourceOptions childAfter(List<? extends Resource> others) {
    return CustomResourceOptions.builder().parent(this).dependsOn(List.copyOf(others)).build();
  }

  /** The options of a resource of which others change some properties while it lives. */
  public final CustomResourceOptions childButFor(String... properties) {
    return CustomResourceOptions.builder().parent(this).ignoreChanges(properties).build();
  }

  /** To be called after the last resource. */
  public final void complete() {
    registerOutputs(Map.of());
  }
}
