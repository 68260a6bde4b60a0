package inventory.alert;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Stream;

/**
 * An e-mail as it was delivered.
 *
 * @param attachments the text of each, by its file name
 */
public record Mail(
    String from,
    String to,
    String subject,
    String text,
    String html,
    Map<String, String> attachments) {

  /** The files of all e-mails in a folder. */
  public static List<Path> files(Path folder) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(".eml")).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The e-mail in a file. */
  public static Mail read(Path file) {
    try (InputStream in = Files.newInputStream(file)) {
      MimeMessage message = new MimeMessage(Session.getInstance(new Properties()), in);
      Map<String, String> parts = new HashMap<>();
      Map<String, String> attachments = new HashMap<>();
      collect(message, parts, attachments);
      return new Mail(
          Arrays.toString(message.getFrom()).replaceAll("[\\[\\]]", ""),
          Arrays.toString(message.getAllRecipients()).replaceAll("[\\[\\]]", ""),
          message.getSubject(),
          parts.get("text/plain"),
          parts.get("text/html"),
          attachments);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (MessagingException e) {
      throw new IllegalStateException(file + " is not an e-mail", e);
    }
  }

  private static void collect(Part part, Map<String, String> parts, Map<String, String> attachments)
      throws MessagingException, IOException {
    if (part.getContent() instanceof Multipart multipart) {
      for (int i = 0; i < multipart.getCount(); i++) {
        collect(multipart.getBodyPart(i), parts, attachments);
      }
      return;
    }
    String text = new String(part.getInputStream().readAllBytes(), UTF_8).replace("\r\n", "\n");
    if (part.getFileName() != null) {
      attachments.put(part.getFileName(), text);
    } else {
      parts.put(part.getContentType().replaceAll(";.*", "").strip(), text);
    }
  }

  /** The rows of the table in the text, without the header. */
  public List<String> rows() {
    return text.lines()
        .dropWhile(line -> !line.startsWith("Warehouse "))
        .skip(1)
        .takeWhile(line -> !line.isBlank() && !line.startsWith("..."))
        .toList();
  }
}
