package inventory.identity;

import java.io.IOException;
import java.net.InetAddress;
import java.util.concurrent.CountDownLatch;

/** The program: issues tokens until it is told to end. */
public final class Application {

  private Application() {}

  /**
   * Prints one line {@code ready {"issuer":"http://…"}} when it answers. Ends at SIGTERM.
   *
   * @param args the address to listen on and the port, 0 for a free one
   */
  public static void main(String[] args) throws IOException, InterruptedException {
    InetAddress host = InetAddress.getByName(args[0]);
    IdentityServer server = IdentityServer.start(host, Integer.parseInt(args[1]));
    System.out.println("ready {\"issuer\":\"" + server.issuer() + "\"}");
    // Its threads do not keep a process alive; a signal ends it.
    new CountDownLatch(1).await();
  }
}
