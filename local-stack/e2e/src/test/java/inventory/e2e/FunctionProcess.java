package inventory.e2e;

import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.serialization.events.LambdaEventSerializers;
import java.io.IOException;

/**
 * What the managed runtime does with a function: creates its handler and calls it with one event.
 * Runs in a process of its own, with the function's code on its class path.
 */
final class FunctionProcess {

  private FunctionProcess() {}

  /**
   * Reads the event from the standard input. Prints the handler's answer, then the milliseconds of
   * processor time until the handler was there, and until it answered.
   *
   * @param args the handler's class and the event's class
   */
  public static void main(String[] args) throws ReflectiveOperationException, IOException {
    ClassLoader code = FunctionProcess.class.getClassLoader();
    @SuppressWarnings("unchecked")
    RequestHandler<Object, Object> handler =
        (RequestHandler<Object, Object>)
            code.loadClass(args[0]).getDeclaredConstructor().newInstance();
    long created = processorMillis();
    Object event =
        LambdaEventSerializers.serializerFor(code.loadClass(args[1]), code).fromJson(System.in);
    System.out.println(handler.handleRequest(event, null));
    System.out.println(created + " " + processorMillis());
    Runtime.getRuntime().halt(0);
  }

  private static long processorMillis() {
    return ProcessHandle.current().info().totalCpuDuration().orElseThrow().toMillis();
  }
}
