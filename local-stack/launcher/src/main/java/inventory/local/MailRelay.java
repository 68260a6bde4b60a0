package inventory.local;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * A way to the mail server that tests can close and open, and on which the mail server can seem to
 * stall after it has taken an e-mail.
 */
public final class MailRelay implements AutoCloseable {

  private static final String GO_AHEAD = "354";

  private final URI server;
  private final int port;
  private final List<Socket> connections = new CopyOnWriteArrayList<>();
  private volatile boolean stalling;
  private ServerSocket listener;

  /**
   * Chooses a port; nothing listens on it.
   *
   * @param server where e-mails are taken, as {@code smtp://host:port}
   */
  public MailRelay(URI server) throws IOException {
    this.server = server;
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = free.getLocalPort();
    }
  }

  /** The port on 127.0.0.1. */
  public int port() {
    return port;
  }

  /**
   * Lets connections through.
   *
   * @param stalls whether the answer to each e-mail's end is held back for ever
   */
  public synchronized void open(boolean stalls) throws IOException {
    stalling = stalls;
    listener = new ServerSocket();
    listener.setReuseAddress(true);
    listener.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
    ServerSocket accepting = listener;
    start(() -> accept(accepting));
  }

  private void accept(ServerSocket accepting) throws IOException {
    while (!accepting.isClosed()) {
      Socket client = accepting.accept();
      Socket upstream = new Socket(server.getHost(), server.getPort());
      connections.addAll(List.of(client, upstream));
      start(() -> client.getInputStream().transferTo(upstream.getOutputStream()));
      start(() -> relayAnswers(upstream.getInputStream(), client.getOutputStream()));
    }
  }

  /** SMTP answers in lines; the one after "go ahead" says that the e-mail was taken. */
  private void relayAnswers(InputStream from, OutputStream to) throws IOException {
    BufferedReader lines = new BufferedReader(new InputStreamReader(from, ISO_8859_1));
    boolean taken = false;
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      if (!taken) {
        to.write((line + "\r\n").getBytes(ISO_8859_1));
        to.flush();
      }
      taken = stalling && (taken || line.startsWith(GO_AHEAD));
    }
  }

  /** Ends all connections and takes no more. */
  @Override
  public synchronized void close() {
    try {
      if (listener != null) {
        listener.close();
      }
      for (Socket connection : connections) {
        connection.close();
      }
      connections.clear();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private interface Work {
    void run() throws IOException;
  }

  private static void start(Work work) {
    Thread thread =
        new Thread(
            () -> {
              try {
                work.run();
              } catch (IOException e) {
                // The one end or the other has closed the connection, as is the purpose.
              }
            },
            "mail-relay");
    thread.setDaemon(true);
    thread.start();
  }
}
