package inventory.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.Message;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The mail server, which can run without S3 and SQS. */
@Tag("full")
class SmtpIT {

  @TempDir private Path folder;

  @Test
  void eachAcceptedEmailIsOneFile() throws Exception {
    Path mail = folder.resolve("mail");
    int port = EmulatorProcess.freePorts("smtp").get("smtp");
    Process process =
        EmulatorProcess.command(List.of(), List.of("--smtp-port=" + port, "--mail=" + mail))
            .start();
    try {
      assertThat(process.inputReader(StandardCharsets.UTF_8).readLine()).isEqualTo("ready");
      URI server = URI.create("smtp://127.0.0.1:" + port);

      send(server, "first", "to1@example.com", "to2@example.com");
      assertThat(subjects(mail)).containsExactly("first");

      send(server, "second: 漢字", "anybody@anywhere.test");
      assertThat(subjects(mail)).containsExactly("first", "second: 漢字");
    } finally {
      process.destroy();
      process.onExit().join();
    }
  }

  private static void send(URI server, String subject, String... recipients) throws Exception {
    Properties properties = new Properties();
    properties.put("mail.smtp.host", server.getHost());
    properties.put("mail.smtp.port", String.valueOf(server.getPort()));
    MimeMessage message = new MimeMessage(Session.getInstance(properties));
    message.setFrom("inventory@example.com");
    for (String recipient : recipients) {
      message.addRecipient(Message.RecipientType.TO, new InternetAddress(recipient));
    }
    message.setSubject(subject, StandardCharsets.UTF_8.name());
    message.setText("körper", StandardCharsets.UTF_8.name());
    Transport.send(message);
  }

  private static List<String> subjects(Path folder) throws Exception {
    try (var files = Files.list(folder)) {
      return files.sorted().map(SmtpIT::subject).toList();
    }
  }

  private static String subject(Path file) {
    assertThat(file.getFileName().toString()).endsWith(".eml");
    try (InputStream in = Files.newInputStream(file)) {
      MimeMessage message = new MimeMessage(Session.getInstance(new Properties()), in);
      assertThat(message.getContent()).isEqualTo("körper");
      return message.getSubject();
    } catch (Exception e) {
      throw new AssertionError("cannot read " + file, e);
    }
  }
}
