package inventory.alert;

import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;

/** An e-mail as it was delivered. */
record Mail(String from, String to, String subject, String type, String text) {

  /** The files of all e-mails in a folder. */
  static List<Path> files(Path folder) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(".eml")).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The e-mail in a file. */
  static Mail read(Path file) {
    try (InputStream in = Files.newInputStream(file)) {
      MimeMessage message = new MimeMessage(Session.getInstance(new Properties()), in);
      BodyPart body = ((Multipart) message.getContent()).getBodyPart(0);
      return new Mail(
          Arrays.toString(message.getFrom()).replaceAll("[\\[\\]]", ""),
          Arrays.toString(message.getAllRecipients()).replaceAll("[\\[\\]]", ""),
          message.getSubject(),
          body.getContentType(),
          ((String) body.getContent()).replace("\r\n", "\n"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (MessagingException e) {
      throw new IllegalStateException(file + " is no e-mail", e);
    }
  }
}
