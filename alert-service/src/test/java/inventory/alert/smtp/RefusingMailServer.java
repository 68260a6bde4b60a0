package inventory.alert.smtp;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;

/** A mail server that does not know some recipients. */
final class RefusingMailServer implements AutoCloseable {

  private final ServerSocket socket = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
  private final String refused;
  private final List<String> accepted = new CopyOnWriteArrayList<>();

  /**
   * Starts it.
   *
   * @param refused a part of the addresses that it refuses
   */
  RefusingMailServer(String refused) throws IOException {
    this.refused = refused;
    Thread thread = new Thread(this::serve, "refusing-mail-server");
    thread.setDaemon(true);
    thread.start();
  }

  int port() {
    return socket.getLocalPort();
  }

  /** The recipients of all e-mails that it accepted. */
  List<String> accepted() {
    return accepted;
  }

  private void serve() {
    while (!socket.isClosed()) {
      try (Socket client = socket.accept()) {
        talk(client);
      } catch (IOException e) {
        if (!socket.isClosed()) {
          throw new UncheckedIOException(e);
        }
      }
    }
  }

  private void talk(Socket client) throws IOException {
    BufferedReader in =
        new BufferedReader(new InputStreamReader(client.getInputStream(), US_ASCII));
    OutputStream out = client.getOutputStream();
    reply(out, "220 ready");
    boolean isData = false;
    String line = in.readLine();
    while (line != null) {
      String command = line.toUpperCase(Locale.ROOT);
      if (isData) {
        isData = !line.equals(".");
        if (!isData) {
          reply(out, "250 accepted");
        }
      } else if (command.startsWith("RCPT")) {
        boolean isKnown = !line.contains(refused);
        if (isKnown) {
          accepted.add(line.replaceAll(".*<|>.*", ""));
        }
        reply(out, isKnown ? "250 known" : "550 no such user");
      } else if (command.startsWith("DATA")) {
        isData = true;
        reply(out, "354 go on");
      } else {
        reply(out, "250 fine");
      }
      line = in.readLine();
    }
  }

  private static void reply(OutputStream out, String text) throws IOException {
    out.write((text + "\r\n").getBytes(US_ASCII));
    out.flush();
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
