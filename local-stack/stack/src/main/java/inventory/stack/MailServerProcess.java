package inventory.stack;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;

/** A mail server that keeps every e-mail as a file; it ends with the process that started it. */
public final class MailServerProcess implements Supervised {

  private static final List<String> JVM_OPTIONS =
      List.of("-Xmx64m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1");

  private final Installation installation;
  private final int port;
  private final Path mail;
  private final LogFile log;

  /**
   * Prepares the process; nothing is started.
   *
   * @param mail the folder for e-mails
   * @param logs the folder of its log
   */
  public MailServerProcess(Installation installation, int port, Path mail, Path logs) {
    this.installation = installation;
    this.port = port;
    this.mail = mail;
    this.log = new LogFile(logs.resolve("mail-server.log"));
  }

  @Override
  public String name() {
    return "mail server";
  }

  /** Where e-mails are taken. */
  public URI smtp() {
    return URI.create("smtp://127.0.0.1:" + port);
  }

  @Override
  public Process start() throws IOException {
    JavaCommand command =
        new JavaCommand(
            installation.classPath(EmulatorProcess.MODULE),
            JVM_OPTIONS,
            "inventory.emulator.MailServer",
            List.of("127.0.0.1", String.valueOf(port), mail.toString()));
    return command.toProcess(System.getenv()).redirectError(log.open()).start();
  }

  @Override
  public void awaitReady(Process process) throws InterruptedException {
    ReadyLine.await(name(), process, log);
  }
}
