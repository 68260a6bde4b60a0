package inventory.pulumi.compute;

/**
 * What a task has, of the pairs that Fargate offers.
 *
 * @param cpu in units of which a virtual processor has 1024
 * @param memoryMegabytes for the container and all in it
 */
record TaskSize(int cpu, int memoryMegabytes) {

  /** Starts a virtual machine in some ten seconds. */
  static final TaskSize SMALL = new TaskSize(512, 1_024);

  /** Takes in several files at a time. */
  static final TaskSize LARGE = new TaskSize(1_024, 2_048);
}
