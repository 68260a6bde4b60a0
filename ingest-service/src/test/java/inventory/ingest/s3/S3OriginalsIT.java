package inventory.ingest.s3;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import inventory.model.Hex;
import inventory.model.inbox.Original;
import inventory.model.inbox.Originals.OriginalUnavailableException;
import inventory.model.inbox.Upload;
import inventory.model.inbox.s3.S3Originals;
import inventory.testkit.EmbeddedAws;
import inventory.testkit.Resources;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.ClosedChannelException;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.core.sync.RequestBody;

class S3OriginalsIT {

  private static final Resources AWS = EmbeddedAws.newResources();

  @TempDir private Path directory;

  @AfterAll
  static void close() {
    AWS.close();
  }

  @Test
  void anOriginalIsReadFromItsFirstByteEachTime() throws Exception {
    try (Original original = fetch("a.csv", "one\ntwo\n")) {
      try (InputStream in = original.open()) {
        assertThat(in.read()).isEqualTo('o');
      }
      assertThat(text(original)).isEqualTo("one\ntwo\n");
      assertThat(original.sha256()).isEqualTo(Hex.sha256("one\ntwo\n"));
    }
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void aProcessThatIsKilledLeavesNoFile() throws Exception {
    try (Original original = fetch("b.csv", "a secret")) {
      assertThat(directory).isEmptyDirectory();
      assertThat(text(original)).isEqualTo("a secret");
    }
  }

  @Test
  void anOriginalThatIsClosedIsRemoved() throws Exception {
    Original original = fetch("c.csv", "text");
    original.close();

    assertThat(directory).isEmptyDirectory();
    assertThatThrownBy(() -> text(original)).isInstanceOf(ClosedChannelException.class);
  }

  @Test
  void anOriginalThatIsGoneLeavesNoFile() {
    assertThatThrownBy(() -> originals().fetch(upload("missing.csv", "", 1)))
        .isInstanceOf(OriginalUnavailableException.class);
    assertThat(directory).isEmptyDirectory();
  }

  private Original fetch(String key, String content) throws OriginalUnavailableException {
    String version =
        AWS.s3()
            .putObject(
                request -> request.bucket(AWS.bucket()).key(key), RequestBody.fromString(content))
            .versionId();
    return originals().fetch(upload(key, version, content.length()));
  }

  private S3Originals originals() {
    return new S3Originals(AWS.s3(), AWS.bucket(), 1_000, directory);
  }

  private static Upload upload(String key, String version, long size) {
    return new Upload(key, version, !version.isEmpty(), size, Instant.EPOCH);
  }

  private static String text(Original original) throws IOException {
    try (InputStream in = original.open()) {
      return new String(in.readAllBytes(), UTF_8);
    }
  }
}
