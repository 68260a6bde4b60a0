package inventory.emulator;

import inventory.emulator.smtp.SmtpService;
import java.net.InetAddress;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;

/** The mail server by itself, for services that find the rest elsewhere. */
public final class MailServer {

  private static final String SMTP = "smtp";

  private MailServer() {}

  /**
   * Accepts e-mails until SIGTERM. Prints one line {@code ready {"smtp":"smtp://…"}}.
   *
   * @param args the address to listen on, the port (0 for a free one), the folder for e-mails
   */
  public static void main(String[] args) throws Exception {
    InetAddress host = InetAddress.getByName(args[0]);
    Map<String, Integer> ports = Ports.claim(host, Map.of(SMTP, Integer.valueOf(args[1])));
    SmtpService.start(host, ports.get(SMTP), Optional.of(Path.of(args[2])));
    System.out.println("ready " + Endpoints.json(Endpoints.of(host, ports)));
    // SIGTERM ends it; each e-mail is a file by then.
    new CountDownLatch(1).await();
  }
}
