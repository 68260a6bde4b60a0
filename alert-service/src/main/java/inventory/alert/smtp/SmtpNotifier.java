package inventory.alert.smtp;

import inventory.alert.domain.Notice;
import inventory.alert.domain.Notifier;
import io.micronaut.email.Email;
import io.micronaut.email.EmailSender;

/** Sends each notice as an e-mail in plain text. */
public final class SmtpNotifier implements Notifier {

  private final EmailSender<?, ?> sender;
  private final String from;
  private final String to;

  /**
   * Sends from one address to another.
   *
   * @param sender hands the e-mail to the mail server
   * @param from the sender's address
   * @param to the recipient's address
   */
  public SmtpNotifier(EmailSender<?, ?> sender, String from, String to) {
    this.sender = sender;
    this.from = from;
    this.to = to;
  }

  @Override
  public void notify(Notice notice) {
    sender.send(Email.builder().from(from).to(to).subject(notice.subject()).body(notice.body()));
  }
}
