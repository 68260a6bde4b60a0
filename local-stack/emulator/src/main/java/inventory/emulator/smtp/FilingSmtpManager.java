package inventory.emulator.smtp;

import com.icegreen.greenmail.Managers;
import com.icegreen.greenmail.smtp.SmtpManager;
import com.icegreen.greenmail.smtp.SmtpState;
import java.util.Optional;

/** Files each e-mail before the client hears that it was taken. */
final class FilingSmtpManager extends SmtpManager {

  private final Optional<MailFolder> folder;

  FilingSmtpManager(Managers managers, Optional<MailFolder> folder) {
    super(managers.getImapHostManager(), managers.getUserManager());
    this.folder = folder;
  }

  /** An exception here makes the server answer 451, so that the client tries again. */
  @Override
  public synchronized void send(SmtpState state) {
    folder.ifPresent(files -> files.keep(state.getMessage().getMessage()));
  }
}
