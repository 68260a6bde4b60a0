package inventory.stack;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Ports of this machine. */
public final class Ports {

  /** The address that every local program listens on. */
  static final String HOST = "127.0.0.1";

  private static final int CONNECT_MILLIS = 1_000;
  private static final int FIRST = 20_000;

  // From here on, Linux assigns ports to programs that ask for any port (ip_local_port_range).
  // macOS and Windows begin higher.
  private static final int END = 32_768;

  private Ports() {}

  /**
   * Checks that programs can listen on ports.
   *
   * @throws LaunchException with the first port that is in use, and its option
   */
  public static void requireFree(Map<Port, Integer> ports) {
    ports.forEach(
        (port, number) -> {
          try (ServerSocket socket = bind(number)) {
            socket.getLocalPort();
          } catch (IOException e) {
            throw new LaunchException(
                "port %d is in use (%s): stop the program that listens there, or choose another port with %s"
                    .formatted(number, e.getMessage(), port.option()),
                e);
          }
        });
  }

  /** Whether a program listens on a port of this machine. */
  static boolean isListening(int port) {
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), CONNECT_MILLIS);
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  /**
   * Free ports, all different, outside the range that the system assigns by itself. A restarted
   * program therefore finds its port free, unless another program asks for it by its number.
   */
  public static List<Integer> free(int count) {
    List<Integer> numbers = new ArrayList<>(IntStream.range(FIRST, END).boxed().toList());
    // Other processes that search at the same time should find other ports.
    Collections.shuffle(numbers);
    return numbers.stream().filter(Ports::isFree).limit(count).toList();
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
    // Servers do the same: a port is free while its last connections are still closing.
    socket.setReuseAddress(true);
    socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
    return socket;
  }
}
