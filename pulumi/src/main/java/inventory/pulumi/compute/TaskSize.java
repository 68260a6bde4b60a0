package inventory.pulumi.compute;

/**
 * The size of a task, one of the pairs that Fargate offers.
 *
 * @param cpu 1024 units are one virtual processor
 * @param memoryMegabytes memory of the container
 */
record TaskSize(int cpu, int memoryMegabytes) {

  /** Starts a JVM in about ten seconds. */
  static final TaskSize SMALL = new TaskSize(512, 1_024);

  /** Processes several files at a time. */
  static final TaskSize LARGE = new TaskSize(1_024, 2_048);
}
