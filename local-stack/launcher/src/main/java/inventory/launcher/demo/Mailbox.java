package inventory.launcher.demo;

import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;

/** Reads the e-mails that the local mail server delivered to a folder. */
public final class Mailbox {

  private final Path folder;

  /** Reads from a folder, which need not exist yet. */
  public Mailbox(Path folder) {
    this.folder = folder;
  }

  /** An e-mail, decoded. */
  public record Letter(String from, String to, String subject, String body) {}

  /** All e-mails, the oldest first. */
  public List<Letter> letters() throws IOException, MessagingException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    List<Path> files;
    try (Stream<Path> entries = Files.list(folder)) {
      // Their names begin with the time of delivery.
      files = entries.filter(file -> file.toString().endsWith(".eml")).sorted().toList();
    }
    List<Letter> letters = new ArrayList<>();
    for (Path file : files) {
      letters.add(read(file));
    }
    return letters;
  }

  private static Letter read(Path file) throws IOException, MessagingException {
    try (InputStream in = Files.newInputStream(file)) {
      MimeMessage message = new MimeMessage(Session.getInstance(new Properties()), in);
      return new Letter(
          InternetAddress.toUnicodeString(message.getFrom()),
          InternetAddress.toUnicodeString(message.getAllRecipients()),
          message.getSubject(),
          text(message).stripTrailing());
    }
  }

  /** The first part that is plain text. */
  private static String text(Part part) throws IOException, MessagingException {
    if (part.isMimeType("text/plain")) {
      return (String) part.getContent();
    }
    if (part.getContent() instanceof Multipart parts) {
      for (int i = 0; i < parts.getCount(); i++) {
        BodyPart inner = parts.getBodyPart(i);
        String text = text(inner);
        if (!text.isEmpty()) {
          return text;
        }
      }
    }
    return "";
  }
}
