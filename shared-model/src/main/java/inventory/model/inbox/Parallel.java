package inventory.model.inbox;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.function.Supplier;

/** Runs two calls to other systems at the same time, which saves the shorter one's time. */
public final class Parallel {

  private Parallel() {}

  /**
   * Runs two tasks, and returns when both have ended.
   *
   * @param executor runs the first task; the caller's thread runs the second
   * @return the result of the first task
   * @throws RuntimeException if a task has failed
   */
  public static <T> T run(Executor executor, Supplier<T> first, Runnable second) {
    CompletableFuture<T> result = CompletableFuture.supplyAsync(first, executor);
    try {
      second.run();
    } finally {
      // Also after a failure: the first task must not outlive what it uses.
      result.handle((value, failure) -> null).join();
    }
    return join(result);
  }

  /**
   * Waits for the result of a task.
   *
   * @throws RuntimeException if the task has failed
   */
  public static <T> T join(CompletableFuture<T> task) {
    try {
      return task.join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof RuntimeException failure) {
        throw failure;
      }
      throw e;
    }
  }
}
