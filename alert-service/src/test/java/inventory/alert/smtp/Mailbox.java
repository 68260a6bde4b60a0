package inventory.alert.smtp;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import inventory.testkit.EmbeddedAws;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;

/** The e-mails to one recipient, with all their parts. */
final class Mailbox {

  private Mailbox() {}

  static MimeMessage only(String recipient) throws IOException, MessagingException {
    List<MimeMessage> mails = of(recipient);
    assertThat(mails).hasSize(1);
    return mails.get(0);
  }

  static List<MimeMessage> of(String recipient) throws IOException, MessagingException {
    List<MimeMessage> mails = new ArrayList<>();
    for (Path file : files()) {
      try (InputStream in = Files.newInputStream(file)) {
        MimeMessage mail = new MimeMessage(Session.getInstance(new Properties()), in);
        if (mail.getRecipients(RecipientType.TO)[0].toString().equals(recipient)) {
          mails.add(mail);
        }
      }
    }
    return mails;
  }

  private static List<Path> files() throws IOException {
    try (Stream<Path> files = Files.list(EmbeddedAws.mail())) {
      return files.filter(file -> file.toString().endsWith(".eml")).toList();
    }
  }

  /** The text of the first part of a type, its lines ending in {@code \n}. */
  static Optional<String> part(MimeMessage mail, String type)
      throws IOException, MessagingException {
    for (Part part : parts(mail)) {
      if (part.isMimeType(type) && part.getFileName() == null) {
        return Optional.of(((String) part.getContent()).replace("\r\n", "\n"));
      }
    }
    return Optional.empty();
  }

  /** The attachments by file name. */
  static Map<String, String> attachments(MimeMessage mail) throws IOException, MessagingException {
    Map<String, String> attachments = new HashMap<>();
    for (Part part : parts(mail)) {
      if (part.getFileName() != null) {
        attachments.put(
            part.getFileName(), new String(part.getInputStream().readAllBytes(), UTF_8));
      }
    }
    return attachments;
  }

  private static List<Part> parts(Part part) throws IOException, MessagingException {
    if (!part.isMimeType("multipart/*")) {
      return List.of(part);
    }
    Multipart parts = (Multipart) part.getContent();
    List<Part> all = new ArrayList<>();
    for (int i = 0; i < parts.getCount(); i++) {
      all.addAll(parts(parts.getBodyPart(i)));
    }
    return all;
  }
}
