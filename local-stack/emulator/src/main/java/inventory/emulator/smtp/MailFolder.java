package inventory.emulator.smtp;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.UUID;

/** A folder of e-mails. Names of files sort in the order of delivery. */
final class MailFolder {

  private static final DateTimeFormatter NAME =
      DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss.SSSSSSSSS'Z'").withZone(ZoneOffset.UTC);

  private final Path folder;
  private Instant last = Instant.EPOCH;

  MailFolder(Path folder) throws IOException {
    this.folder = Files.createDirectories(folder);
  }

  /** Writes the e-mail under another name first: a reader never sees half an {@code .eml} file. */
  void keep(MimeMessage message) {
    String name = NAME.format(next()) + "-" + UUID.randomUUID().toString().substring(0, 8);
    Path partial = folder.resolve("." + name + ".partial");
    try {
      try (OutputStream out = Files.newOutputStream(partial)) {
        message.writeTo(out);
      }
      Files.move(partial, folder.resolve(name + ".eml"), StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot keep an e-mail in " + folder, e);
    } catch (MessagingException e) {
      throw new IllegalStateException("cannot write an e-mail to " + folder, e);
    }
  }

  private synchronized Instant next() {
    Instant now = Instant.now();
    last = now.isAfter(last) ? now : last.plusNanos(1);
    return last;
  }
}
