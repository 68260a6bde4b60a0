package inventory.launcher.generate;

/**
 * A generated item.
 *
 * @param id its identifier in files or events
 * @param name the name that people see
 */
public record Item(String id, String name) {}
