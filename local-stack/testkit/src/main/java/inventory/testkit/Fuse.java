package inventory.testkit;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;

/**
 * Lets a process die at any of the calls that leave it, before or after the call had its effect.
 * After its death every further call fails, too, until it is reset.
 */
public final class Fuse {

  private int left = Integer.MAX_VALUE;

  /** The death of the process, as the code under test sees it. */
  public static final class Crash extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  /** Lets the process die at the n-th moment from now. */
  public void crashAt(int moment) {
    left = moment;
  }

  /** Starts the process again; it does not die any more. */
  public void reset() {
    left = Integer.MAX_VALUE;
  }

  /** A moment at which the process may die. */
  public void burn() {
    left--;
    if (left <= 0) {
      throw new Crash();
    }
  }

  /** A port each of whose calls may be the last, before or after its effect. */
  public <T> T around(Class<T> port, T target) {
    Object proxy =
        Proxy.newProxyInstance(
            port.getClassLoader(),
            new Class<?>[] {port},
            (self, method, arguments) -> {
              burn();
              try {
                Object result = method.invoke(target, arguments);
                burn();
                return result;
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            });
    return port.cast(proxy);
  }
}
