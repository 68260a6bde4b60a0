package inventory.emulator;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.LinkedHashMap;
import java.util.Map;

/** Which port each service is to listen on, found before anything is started. */
final class Ports {

  private Ports() {}

  /**
   * Holds all ports at once, so that no two services get the same free one, then lets go of them
   * for the services to bind.
   *
   * @param wanted the port of each service; 0 for a free one
   * @return the same services with real ports
   * @throws IllegalStateException naming the service and port, if one is in use
   */
  static Map<String, Integer> claim(InetAddress host, Map<String, Integer> wanted) {
    Map<String, ServerSocket> held = new LinkedHashMap<>();
    try {
      wanted.forEach((service, port) -> held.put(service, bind(host, service, port)));
      Map<String, Integer> claimed = new LinkedHashMap<>();
      held.forEach((service, socket) -> claimed.put(service, socket.getLocalPort()));
      return claimed;
    } finally {
      held.values().forEach(Ports::release);
    }
  }

  private static ServerSocket bind(InetAddress host, String service, int port) {
    try {
      ServerSocket socket = new ServerSocket();
      // As the servers do: a port whose last connections are still closing is free.
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(host, port));
      return socket;
    } catch (BindException e) {
      throw new IllegalStateException(
          "port "
              + port
              + " for "
              + service
              + " cannot be bound on "
              + host.getHostAddress()
              + " ("
              + e.getMessage()
              + "): stop what uses it, or choose another with --"
              + service
              + "-port",
          e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void release(ServerSocket socket) {
    try {
      socket.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
