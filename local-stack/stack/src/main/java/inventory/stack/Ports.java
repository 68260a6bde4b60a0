package inventory.stack;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Ports of this machine. */
public final class Ports {

  private static final int FIRST = 20_000;

  // Where Linux begins with what it gives to whoever asks for any port (ip_local_port_range);
  // macOS and Windows begin higher.
  private static final int END = 32_768;

  private Ports() {}

  /**
   * Checks that ports can be listened on.
   *
   * @param ports each with the option that sets it
   * @throws LaunchException naming the first port that is in use, and its option
   */
  public static void requireFree(Map<String, Integer> ports) {
    ports.forEach(
        (option, port) -> {
          try (ServerSocket socket = bind(port)) {
            socket.getLocalPort();
          } catch (IOException e) {
            throw new LaunchException(
                "port %d is in use (%s): stop the program that listens there, or choose another port with %s"
                    .formatted(port, e.getMessage(), option),
                e);
          }
        });
  }

  /**
   * Free ports, all different, that the system gives to nobody by itself: a program that is started
   * again finds its port free. Another program may still ask for one of them by its number.
   *
   * @throws LaunchException if there are not enough
   */
  public static List<Integer> free(int count) {
    List<Integer> numbers = new ArrayList<>(IntStream.range(FIRST, END).boxed().toList());
    // Whoever looks at the same time shall find others.
    Collections.shuffle(numbers);
    List<Integer> ports = numbers.stream().filter(Ports::isFree).limit(count).toList();
    if (ports.size() < count) {
      throw new LaunchException(
          "only %d ports of %d to %d are free, and %d are needed"
              .formatted(ports.size(), FIRST, END - 1, count));
    }
    return ports;
  }

  private static boolean isFree(int port) {
    try (ServerSocket socket = bind(port)) {
      return socket.isBound();
    } catch (IOException e) {
      return false;
    }
  }

  private static ServerSocket bind(int port) throws IOException {
    ServerSocket socket = new ServerSocket();
    // As servers do: a port whose last connections are still closing is free.
    socket.setReuseAddress(true);
    socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
    return socket;
  }
}
