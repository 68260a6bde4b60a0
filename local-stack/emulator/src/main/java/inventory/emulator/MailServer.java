package inventory.emulator;

import inventory.emulator.smtp.SmtpService;
import java.io.OutputStream;
import java.net.InetAddress;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** The mail server by itself, for services that find the rest elsewhere. */
public final class MailServer {

  private static final String SMTP = "smtp";

  private MailServer() {}

  /**
   * Takes e-mails until standard input ends. Prints one line {@code ready {"smtp":"smtp://…"}}.
   *
   * @param args the address to listen on, the port (0 for a free one), the folder for e-mails
   */
  public static void main(String[] args) throws Exception {
    InetAddress host = InetAddress.getByName(args[0]);
    Map<String, Integer> ports = Ports.claim(host, Map.of(SMTP, Integer.valueOf(args[1])));
    Service service = SmtpService.start(host, ports.get(SMTP), Optional.of(Path.of(args[2])));
    System.out.println("ready " + Endpoints.json(Endpoints.of(host, ports)));
    System.in.transferTo(OutputStream.nullOutputStream());
    service.stop();
  }
}
