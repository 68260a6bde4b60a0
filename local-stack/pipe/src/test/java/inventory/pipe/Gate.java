package inventory.pipe;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The way to a server, which can be shut: then all connections break, and none is made. */
final class Gate implements Closeable {

  private static final int ANY = 50;

  private final InetSocketAddress server;
  private final ServerSocket entry;
  private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
  private volatile boolean open = true;

  Gate(URI server) throws IOException {
    this.server = new InetSocketAddress(server.getHost(), server.getPort());
    this.entry = new ServerSocket(0, ANY, InetAddress.getLoopbackAddress());
    daemon(this::accept);
  }

  URI url() {
    return URI.create("http://127.0.0.1:" + entry.getLocalPort());
  }

  void shut() {
    open = false;
    sockets.forEach(Gate::end);
    sockets.clear();
  }

  void open() {
    open = true;
  }

  private void accept() {
    while (!entry.isClosed()) {
      try {
        Socket client = entry.accept();
        if (open) {
          connect(client);
        } else {
          client.close();
        }
      } catch (IOException e) {
        if (!entry.isClosed()) {
          throw new UncheckedIOException(e);
        }
      }
    }
  }

  private void connect(Socket client) throws IOException {
    Socket onward = new Socket();
    onward.connect(server);
    sockets.add(client);
    sockets.add(onward);
    daemon(() -> copy(client, onward));
    daemon(() -> copy(onward, client));
  }

  private static void copy(Socket from, Socket to) {
    try (from;
        to) {
      from.getInputStream().transferTo(to.getOutputStream());
    } catch (IOException e) {
      // That connections break is what this is for: both ends are closed now.
      end(to);
    }
  }

  private static void end(Socket socket) {
    try {
      socket.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void daemon(Runnable work) {
    Thread thread = new Thread(work, "gate");
    thread.setDaemon(true);
    thread.start();
  }

  @Override
  public void close() throws IOException {
    entry.close();
    shut();
  }
}
