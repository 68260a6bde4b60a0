package inventory.pulumi.component;

import com.pulumi.resources.ComponentResource;
import com.pulumi.resources.ComponentResourceOptions;
import com.pulumi.resources.CustomResourceOptions;
import com.pulumi.resources.Resource;
import java.util.List;
import java.util.Map;

/** A component of the stack; its resources are its children. */
public abstract class Component extends ComponentResource {

  /**
   * Declares the component.
   *
   * @param type its type; a part of the URN of every child, so it must not change
   * @param name its name in the stack
   */
  public Component(String type, String name, StackContext base) {
    super(
        "inventory:pulumi:" + type,
        name,
        ComponentResourceOptions.builder().providers(base.provider()).build());
  }

  /** The options of a child. */
  public final CustomResourceOptions child() {
    return CustomResourceOptions.builder().parent(this).build();
  }

  /** The options of a child with data. If it is guarded, Pulumi refuses to delete it. */
  public final CustomResourceOptions child(boolean guarded) {
    return CustomResourceOptions.builder().parent(this).protect(guarded).build();
  }

  /** The options of a child that depends on other resources. */
  public final CustomResourceOptions childAfter(List<? extends Resource> others) {
    return CustomResourceOptions.builder().parent(this).dependsOn(List.copyOf(others)).build();
  }

  /** The options of a child some properties of which change outside Pulumi. */
  public final CustomResourceOptions childButFor(String... properties) {
    return CustomResourceOptions.builder().parent(this).ignoreChanges(properties).build();
  }

  /** Call this after the last child. */
  public final void complete() {
    registerOutputs(Map.of());
  }
}
