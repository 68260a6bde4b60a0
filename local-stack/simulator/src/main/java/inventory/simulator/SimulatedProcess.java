package inventory.simulator;

import inventory.simulator.Faults.Fate;
import inventory.simulator.Ports.Tampering;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Function;

/** A process of a service: it consumes its queues, sweeps, and is started again after a crash. */
final class SimulatedProcess implements AutoCloseable {

  /**
   * What one process of a service does.
   *
   * @param consumers its queues
   * @param jobs what it does every few seconds, in any order
   */
  record Service(List<QueueConsumer> consumers, List<Job> jobs) {

    /**
     * What is done every few seconds.
     *
     * @param isDue whether there is anything to do
     */
    record Job(BooleanSupplier isDue, Runnable work) {}

    /**
     * A queue and what is done with its messages.
     *
     * @param queue the queue
     * @param port the queue as the process sees it
     * @param handler processes the body of a message
     */
    record QueueConsumer(SimulatedQueue queue, MessageQueue port, Consumer<Object> handler) {}
  }

  private static final int JOB_ONE_IN = 4;

  /** At least as many as a process has. */
  static final int MAX_JOBS = 100;

  private final Fiber fiber;
  private final Ports ports;
  private final Function<Ports, Service> start;
  private Service service;
  private Runnable release = () -> {};

  SimulatedProcess(String name, Tampering tampering, Function<Ports, Service> start) {
    this.fiber = new Fiber(name);
    this.ports = new Ports(fiber, tampering);
    this.start = start;
    this.service = start.apply(ports);
  }

  String name() {
    return fiber.name();
  }

  String call() {
    return fiber.call();
  }

  boolean isIdle() {
    return fiber.isIdle();
  }

  /** Whether it is working, or a message waits for it. */
  boolean isBusy() {
    return !fiber.isIdle()
        || service.consumers().stream().anyMatch(consumer -> consumer.queue().hasMessage());
  }

  /** Runs it up to its next call; an idle process takes a message, or sweeps. */
  void proceed(Fate fate, Random random) {
    if (fiber.isIdle()) {
      begin(random);
    }
    run(fate);
  }

  /**
   * Lets an idle process begin a job that is due, up to the first call.
   *
   * @param choice any number of 0 or more: the same one chooses the same job
   */
  void beginJob(int choice) {
    startJob(choice);
    run(Fate.WORK);
  }

  private void startJob(int choice) {
    List<Service.Job> due = dueJobs();
    fiber.start(due.get(choice % due.size()).work());
  }

  private List<Service.Job> dueJobs() {
    return service.jobs().stream().filter(job -> job.isDue().getAsBoolean()).toList();
  }

  /** Whether a job has anything to do. */
  boolean hasJob() {
    return !dueJobs().isEmpty();
  }

  private void begin(Random random) {
    List<Service.QueueConsumer> ready =
        service.consumers().stream().filter(consumer -> consumer.queue().hasMessage()).toList();
    if (random.nextInt(JOB_ONE_IN) == 0 && hasJob()) {
      startJob(random.nextInt(MAX_JOBS));
    } else {
      Service.QueueConsumer consumer = ready.get(random.nextInt(ready.size()));
      fiber.start(() -> consume(consumer));
    }
  }

  private void consume(Service.QueueConsumer consumer) {
    Optional<MessageQueue.Message> message = consumer.port().receive();
    if (message.isPresent()) {
      release = () -> consumer.queue().makeVisible(message.get());
      consumer.handler().accept(message.get().body());
      consumer.port().delete(message.get());
    }
  }

  private void run(Fate fate) {
    fiber.proceed(fate);
    if (fiber.isIdle()) {
      release.run();
      release = () -> {};
      if (fiber.isDead()) {
        service = start.apply(ports);
      }
    }
  }

  @Override
  public void close() {
    fiber.close();
  }
}
