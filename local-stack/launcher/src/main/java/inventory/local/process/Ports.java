package inventory.local.process;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Ports of this machine. */
public final class Ports {

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

  /** Free ports, all different. Another program may take one before it is used. */
  public static List<Integer> free(int count) {
    List<ServerSocket> sockets = new ArrayList<>();
    try {
      for (int i = 0; i < count; i++) {
        sockets.add(bind(0));
      }
      return sockets.stream().map(ServerSocket::getLocalPort).toList();
    } catch (IOException e) {
      throw new LaunchException("no free port: " + e.getMessage(), e);
    } finally {
      sockets.forEach(Ports::release);
    }
  }

  private static ServerSocket bind(int port) throws IOException {
    ServerSocket socket = new ServerSocket();
    // As servers do: a port whose last connections are still closing is free.
    socket.setReuseAddress(true);
    socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
    return socket;
  }

  private static void release(ServerSocket socket) {
    try {
      socket.close();
    } catch (IOException e) {
      throw new LaunchException("a port cannot be let go: " + e.getMessage(), e);
    }
  }
}
