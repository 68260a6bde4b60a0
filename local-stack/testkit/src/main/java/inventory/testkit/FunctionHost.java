package inventory.testkit;

import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import inventory.model.function.QueueFunction;
import inventory.model.queue.SqsQueue;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import software.amazon.awssdk.services.sqs.SqsClient;

/**
 * A service as a function in a process of its own, with event source mappings for its queues. It is
 * called once a second, too, as by a schedule. Its variables are those of the service.
 */
public final class FunctionHost {

  /** A file may take as long as a call may. */
  private static final int FILES_A_CALL = 1;

  /** The calls of a mapping at the same time. */
  private static final int CALLS = 2;

  private FunctionHost() {}

  /**
   * Prints "ready" when it polls. Runs until it is stopped, and then finishes its calls.
   *
   * @param queues the names of the queues
   */
  public static void main(String[] queues) {
    QueueFunction function = new QueueFunction();
    SqsClient sqs = SqsClient.create();
    ScheduledExecutorService schedule = Executors.newSingleThreadScheduledExecutor();
    ScheduledFuture<?> calls =
        schedule.scheduleWithFixedDelay(() -> callAtTime(function), 0, 1, TimeUnit.SECONDS);
    List<EventSourceMapping> mappings = new ArrayList<>();
    for (String queue : queues) {
      int batch = queue.endsWith(".fifo") ? SqsQueue.MAX_MESSAGES : FILES_A_CALL;
      for (int call = 0; call < CALLS; call++) {
        mappings.add(
            new EventSourceMapping(
                sqs, queue, batch, event -> function.handleRequest(event, null)));
      }
    }
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> {
                  calls.cancel(false);
                  schedule.shutdown();
                  mappings.forEach(EventSourceMapping::close);
                  function.close();
                }));
    System.out.println("ready");
  }

  /** A failed call is repeated a second later, as a schedule would call it again. */
  private static void callAtTime(QueueFunction function) {
    try {
      function.handleRequest(new SQSEvent(), null);
    } catch (RuntimeException e) {
      System.err.println("a call by the schedule failed: " + e);
    }
  }
}
