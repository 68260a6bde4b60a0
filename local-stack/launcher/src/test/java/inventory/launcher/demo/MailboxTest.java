package inventory.launcher.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MailboxTest {

  private static final String ENCODED =
      """
      From: inventory@example.com
      To: purchasing@example.com
      Subject: =?UTF-8?Q?Low_stock:_1_item_in_M=C3=BCnchen?=
      MIME-Version: 1.0
      Content-Type: text/plain; charset=UTF-8
      Content-Transfer-Encoding: quoted-printable

      Tee, gr=C3=BCn is at 0=
       units.
      """;

  private static final String IN_ALL_FORMS =
      """
      From: inventory@example.com
      To: purchasing@example.com
      Subject: Low stock
      MIME-Version: 1.0
      Content-Type: multipart/mixed; boundary="outer"

      --outer
      Content-Type: multipart/alternative; boundary="inner"

      --inner
      Content-Type: text/plain; charset=UTF-8

      Stock is low.
      --inner
      Content-Type: text/html; charset=UTF-8

      <p>Stock is low.</p>
      --inner--
      --outer
      Content-Type: text/csv; name=list.csv
      Content-Disposition: attachment; filename=list.csv

      warehouse,item
      --outer--
      """;

  @TempDir private Path folder;

  @Test
  void anEncodedEmailIsDecoded() throws Exception {
    Files.writeString(folder.resolve("2.eml"), ENCODED.replace("\n", "\r\n"));
    assertThat(new Mailbox(folder).letters())
        .containsExactly(
            new Mailbox.Letter(
                "inventory@example.com",
                "purchasing@example.com",
                "Low stock: 1 item in München",
                "Tee, grün is at 0 units."));
  }

  @Test
  void thePlainTextOfAMultipartEmailIsRead() throws Exception {
    Files.writeString(folder.resolve("1.eml"), IN_ALL_FORMS.replace("\n", "\r\n"));
    assertThat(new Mailbox(folder).letters())
        .extracting(Mailbox.Letter::body)
        .containsExactly("Stock is low.");
  }

  @Test
  void emailsAreInTheOrderOfDeliveryWithoutUnfinishedOnes() throws Exception {
    Files.writeString(folder.resolve("2.eml"), "Subject: b\r\nFrom: a@b\r\nTo: c@d\r\n\r\n");
    Files.writeString(folder.resolve("1.eml"), "Subject: a\r\nFrom: a@b\r\nTo: c@d\r\n\r\n");
    Files.writeString(folder.resolve(".3.partial"), "Subject: c");
    assertThat(new Mailbox(folder).letters())
        .extracting(Mailbox.Letter::subject)
        .containsExactly("a", "b");
  }
}
