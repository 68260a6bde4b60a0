package inventory.emulator.smtp;

import com.icegreen.greenmail.Managers;
import com.icegreen.greenmail.smtp.SmtpManager;
import com.icegreen.greenmail.smtp.SmtpServer;
import com.icegreen.greenmail.smtp.SmtpState;
import com.icegreen.greenmail.util.ServerSetup;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/** GreenMail's SMTP server: no authentication, any recipient. */
public final class SmtpService {

  private static final long START_TIMEOUT_MILLIS = 10_000;

  private SmtpService() {}

  /**
   * Starts the server.
   *
   * @param mail the folder in which each e-mail becomes a file; absent to discard them
   * @return stops the server when it is closed
   * @throws IllegalStateException if it does not listen within 10 seconds
   */
  public static AutoCloseable start(String host, int port, Optional<Path> mail)
      throws IOException, InterruptedException {
    SmtpServer server =
        new SmtpServer(
            new ServerSetup(port, host, ServerSetup.PROTOCOL_SMTP),
            new FilingManagers(
                mail.isPresent() ? Optional.of(new MailFolder(mail.get())) : Optional.empty()));
    server.startService();
    if (!server.waitTillRunning(START_TIMEOUT_MILLIS)) {
      throw new IllegalStateException("SMTP does not listen on port " + port);
    }
    return server::stopService;
  }

  /** GreenMail's parts. E-mails go to a folder instead of to mailboxes in memory. */
  private static final class FilingManagers extends Managers {

    private final SmtpManager smtp;

    FilingManagers(Optional<MailFolder> folder) {
      getUserManager().setAuthRequired(false);
      this.smtp =
          new SmtpManager(getImapHostManager(), getUserManager()) {
            /** An exception here makes the server answer 451: the client tries again. */
            @Override
            public synchronized void send(SmtpState state) {
              folder.ifPresent(files -> files.keep(state.getMessage().getMessage()));
            }
          };
    }

    @Override
    public SmtpManager getSmtpManager() {
      return smtp;
    }
  }
}
