package inventory.simulator;

import inventory.simulator.Faults.Fate;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.function.Function;

/**
 * The ports of one simulated process: each call waits for the scheduler, which decides its fate. A
 * heartbeat, which the scheduler itself calls, does not wait.
 */
final class Ports {

  /** Replaces ports by defective ones, which a test expects the simulator to notice. */
  interface Tampering {

    /** No port is replaced. */
    Tampering NONE =
        new Tampering() {
          @Override
          public <T> T replace(Class<T> port, T real) {
            return real;
          }
        };

    /**
     * The port to use.
     *
     * @param real the right one
     */
    <T> T replace(Class<T> port, T real);
  }

  /** A port that did not answer. Whether the call had its effect is unknown. */
  static final class UnavailableException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UnavailableException(String call) {
      super(call + " did not answer", null, false, false);
    }
  }

  private final Fiber fiber;
  private final Tampering tampering;

  Ports(Fiber fiber, Tampering tampering) {
    this.fiber = fiber;
    this.tampering = tampering;
  }

  /**
   * A port of the process.
   *
   * @param store what has the effect, shared by all processes
   */
  <T> T of(Class<T> port, T store) {
    return of(port, store, UnavailableException::new);
  }

  /**
   * A port of the process that has an exception of its own for calls without an effect.
   *
   * @param refusal makes the exception, with the name of the call
   */
  <T> T of(Class<T> port, T store, Function<String, RuntimeException> refusal) {
    T target = tampering.replace(port, store);
    String name = store instanceof SimulatedQueue queue ? queue.name() : port.getSimpleName();
    return port.cast(
        Proxy.newProxyInstance(
            Ports.class.getClassLoader(),
            new Class<?>[] {port},
            (proxy, method, arguments) -> call(name, target, refusal, method, arguments)));
  }

  private Object call(
      String port,
      Object target,
      Function<String, RuntimeException> refusal,
      Method method,
      Object[] arguments)
      throws Throwable {
    String name = port + "." + method.getName();
    if (!fiber.isCurrent()) {
      return invoke(target, method, arguments);
    }
    Fate fate = fiber.await(name);
    if (fate == Fate.REFUSE) {
      throw refusal.apply(name);
    }
    Object answer = invoke(target, method, arguments);
    if (fate == Fate.LOSE_ANSWER) {
      throw new UnavailableException(name);
    }
    if (fate == Fate.DIE_AFTER) {
      fiber.die();
    }
    return answer;
  }

  /** Calls a method, and throws what it throws. */
  static Object invoke(Object target, Method method, Object[] arguments) throws Throwable {
    try {
      method.setAccessible(true);
      return method.invoke(target, arguments);
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }
}
