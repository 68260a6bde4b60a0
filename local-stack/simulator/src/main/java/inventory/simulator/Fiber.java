package inventory.simulator;

import inventory.simulator.Faults.Fate;
import java.util.concurrent.Semaphore;

/**
 * A simulated process. It has a thread of its own, which runs only while the scheduler waits in
 * {@link #proceed}: until its next call of a port, or the end of its work. One thread runs at a
 * time, so the order of all calls is the scheduler's decision alone.
 */
final class Fiber implements AutoCloseable {

  /** The death of a simulated process; an error, because no use case may continue after it. */
  static final class Crash extends Error {
    private static final long serialVersionUID = 1L;

    Crash() {
      super("the process has died", null, false, false);
    }
  }

  private final String name;
  private final Semaphore turn = new Semaphore(0);
  private final Semaphore pause = new Semaphore(0);
  private final Thread thread;
  private Runnable work;
  private String call = "";
  private Fate fate = Fate.WORK;
  private Throwable failure;
  private boolean dead;
  private boolean closed;

  /** Creates an idle process. */
  Fiber(String name) {
    this.name = name;
    this.thread = new Thread(this::run, name);
    thread.setDaemon(true);
    thread.start();
  }

  String name() {
    return name;
  }

  boolean isIdle() {
    return work == null;
  }

  /** Whether its last work ended with a crash, so that it has lost its memory. */
  boolean isDead() {
    return dead;
  }

  /** The call that it makes next; empty if it is idle or has not begun. */
  String call() {
    return call;
  }

  /** Whether the caller is this process. */
  boolean isCurrent() {
    return Thread.currentThread() == thread;
  }

  /** Gives it work, which begins with the next {@link #proceed}. */
  void start(Runnable newWork) {
    work = newWork;
    dead = false;
  }

  /**
   * Lets it make its next call, and run up to the call after that.
   *
   * @throws Violation if a rule was violated meanwhile
   * @throws AssertionError if the work ended with an error that is not a crash
   */
  void proceed(Fate next) {
    fate = next;
    turn.release();
    pause.acquireUninterruptibly();
    if (failure instanceof Violation violation) {
      throw violation;
    }
    if (failure != null) {
      throw new AssertionError(name + " failed: " + failure, failure);
    }
  }

  /** Called by a port, on the process's thread: waits for the scheduler. */
  Fate await(String nextCall) {
    requireAlive();
    call = nextCall;
    pause.release();
    turn.acquireUninterruptibly();
    if (closed) {
      die();
    }
    if (fate == Fate.DIE_BEFORE) {
      die();
    }
    return fate;
  }

  /** Ends the process: each further call fails, too. */
  void die() {
    dead = true;
    throw new Crash();
  }

  private void requireAlive() {
    if (dead) {
      throw new Crash();
    }
  }

  private void run() {
    while (true) {
      turn.acquireUninterruptibly();
      if (closed) {
        return;
      }
      try {
        work.run();
      } catch (Violation e) {
        failure = e;
      } catch (Crash | RuntimeException e) {
        // Its message is delivered again.
      } catch (Error e) {
        // A crash may arrive as the cause of another error.
        failure = dead ? null : e;
      }
      work = null;
      call = "";
      pause.release();
      if (closed) {
        return;
      }
    }
  }

  @Override
  public void close() {
    closed = true;
    turn.release();
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
