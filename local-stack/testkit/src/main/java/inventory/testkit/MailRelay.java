package inventory.testkit;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * A relay to the mail server that tests can close and open. It can also hold back the answer to an
 * accepted e-mail, as if the mail server stalled.
 */
public final class MailRelay implements AutoCloseable {

  private static final String GO_AHEAD = "354";
  private static final int BACKLOG = 10;

  private final URI server;
  private final ServerSocket listener;
  private final List<Socket> connections = new CopyOnWriteArrayList<>();
  private volatile Mode mode = Mode.DOWN;

  /** How the relay treats connections. */
  public enum Mode {
    /** Connections end at once. */
    DOWN,
    /** Connections reach the mail server. */
    UP,
    /** Connections reach it, but the answer to the end of an e-mail never arrives. */
    STALLING
  }

  /**
   * Starts as {@link Mode#DOWN}.
   *
   * @param server the mail server, as {@code smtp://host:port}
   */
  public MailRelay(URI server) throws IOException {
    this.server = server;
    this.listener = new ServerSocket(0, BACKLOG, InetAddress.getLoopbackAddress());
    start(this::accept);
  }

  /** The port on 127.0.0.1. */
  public int port() {
    return listener.getLocalPort();
  }

  /** Ends all connections; new ones follow the new mode. */
  public void set(Mode newMode) {
    mode = newMode;
    closeConnections();
  }

  private void accept() throws IOException {
    while (!listener.isClosed()) {
      Socket client = listener.accept();
      if (mode == Mode.DOWN) {
        client.close();
        continue;
      }
      Socket upstream = new Socket(server.getHost(), server.getPort());
      connections.addAll(List.of(client, upstream));
      start(() -> client.getInputStream().transferTo(upstream.getOutputStream()));
      start(() -> relayAnswers(upstream.getInputStream(), client.getOutputStream()));
    }
  }

  /** SMTP answers in lines; the line after "go ahead" accepts the e-mail. */
  private void relayAnswers(InputStream from, OutputStream to) throws IOException {
    BufferedReader lines = new BufferedReader(new InputStreamReader(from, ISO_8859_1));
    boolean taken = false;
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      if (!taken) {
        to.write((line + "\r\n").getBytes(ISO_8859_1));
        to.flush();
      }
      taken = mode == Mode.STALLING && (taken || line.startsWith(GO_AHEAD));
    }
  }

  /** Ends all connections and accepts no more. */
  @Override
  public void close() {
    try {
      listener.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    closeConnections();
  }

  private void closeConnections() {
    try {
      for (Socket connection : connections) {
        connection.close();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    connections.clear();
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
                // One end closed the connection, on purpose.
              }
            },
            "mail-relay");
    thread.setDaemon(true);
    thread.start();
  }
}
