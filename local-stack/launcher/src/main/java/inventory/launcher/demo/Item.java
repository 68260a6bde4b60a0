package inventory.launcher.demo;

/**
 * An item of the generated warehouses.
 *
 * @param id its identifier
 * @param name what people call it
 */
public record Item(String id, String name) {}
