package inventory.alert.smtp;

import inventory.alert.notification.Audience;
import inventory.alert.notification.Html;
import inventory.alert.notification.Notification;
import inventory.alert.notification.Notification.FullList;
import inventory.alert.outbox.Notifier;
import io.micronaut.email.Attachment;
import io.micronaut.email.Email;
import io.micronaut.email.EmailSender;
import io.micronaut.email.MultipartBody;
import jakarta.mail.SendFailedException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends each notification as an e-mail in plain text and HTML, with the full list attached. A list
 * that is too large for an e-mail is left out: the notification links to the open alerts.
 *
 * <p>If the mail server refuses some of the recipients, the others get the e-mail, and the log has
 * an error that names the refused ones.
 */
public final class SmtpNotifier implements Notifier {

  private static final Logger LOG = LoggerFactory.getLogger(SmtpNotifier.class);

  // Mail servers reject e-mails above about 10 MB, and base 64 adds a third.
  private static final long MAX_ATTACHED = 5_000_000;

  private final EmailSender<?, ?> sender;
  private final String from;
  private final Function<Audience, List<String>> addresses;

  /**
   * Sends from one address.
   *
   * @param sender sends e-mails
   * @param from the sender's address
   * @param addresses the addresses of an audience, at least one
   */
  public SmtpNotifier(
      EmailSender<?, ?> sender, String from, Function<Audience, List<String>> addresses) {
    this.sender = sender;
    this.from = from;
    this.addresses = addresses;
  }

  @Override
  public void notify(Notification notification) {
    Email.Builder email = Email.builder().from(from).subject(notification.subject());
    addresses.apply(notification.audience()).forEach(email::to);
    Optional<FullList> attached = notification.list().filter(list -> size(list) <= MAX_ATTACHED);
    if (attached.isEmpty()) {
      email.body(new MultipartBody(Html.document(notification.html()), notification.text()));
    } else {
      attach(email, notification, attached.get());
    }
    try {
      sender.send(email);
    } catch (RuntimeException e) {
      if (!isSentToSome(e)) {
        throw e;
      }
      // To repeat it would send it again to those who have it, until the address is corrected.
      LOG.error(
          "The mail server refused some recipients of '{}' and accepted the others: correct the"
              + " addresses",
          notification.subject(),
          e);
    }
  }

  private static boolean isSentToSome(RuntimeException failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof SendFailedException refused
          && refused.getValidSentAddresses() != null
          && refused.getValidSentAddresses().length > 0) {
        return true;
      }
    }
    return false;
  }

  private static void attach(Email.Builder email, Notification notification, FullList list) {
    String where = "All " + list.rows() + " items are attached in " + list.name() + ".";
    email
        .body(
            new MultipartBody(
                Html.document(notification.html() + Html.paragraph(where)),
                notification.text() + "\n" + where + "\n"))
        .attachment(
            Attachment.builder()
                .filename(list.name())
                .contentType("text/csv")
                .content(content(list))
                .build());
  }

  private static long size(FullList list) {
    try {
      return Files.size(list.file());
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the full list from local disk", e);
    }
  }

  private static byte[] content(FullList list) {
    try {
      return Files.readAllBytes(list.file());
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the full list from local disk", e);
    }
  }
}
