package inventory.local.demo;

/** An item of the generated warehouses. */
record Item(String id, String name) {}
