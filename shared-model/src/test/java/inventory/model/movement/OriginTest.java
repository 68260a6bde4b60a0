package inventory.model.movement;

import static org.assertj.core.api.Assertions.assertThat;

import inventory.model.FileKind;
import inventory.model.inbox.Original;
import inventory.model.inbox.Upload;
import inventory.model.movement.Movement.Kind;
import java.io.InputStream;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class OriginTest {

  private static final Upload UPLOAD = new Upload("a.csv", "v1", true, 5, Instant.EPOCH);
  private static final String SHA_256 = "0123456789abcdef".repeat(4);

  @Test
  void aTransactionFileIsItsContent() {
    assertThat(Origin.of(UPLOAD, false, CONTENT, FileKind.TRANSACTIONS).source())
        .isEqualTo("0123456789abcdef0123456789abcdef");
  }

  @Test
  void aCountFileIsItsUpload() {
    assertThat(Origin.of(UPLOAD, false, CONTENT, FileKind.COUNT))
        .isEqualTo(new Origin(Kind.COUNT, UPLOAD.fileId(), UPLOAD.fileId()));
  }

  @Test
  void aReleasedFileIsItsUploadSoThatItCountsBesideTheSameContent() {
    assertThat(Origin.of(UPLOAD, true, CONTENT, FileKind.TRANSACTIONS))
        .isEqualTo(new Origin(Kind.CHANGE, UPLOAD.fileId(), UPLOAD.fileId()));
  }

  private static final Original CONTENT =
      new Original() {
        @Override
        public InputStream open() {
          return InputStream.nullInputStream();
        }

        @Override
        public String sha256() {
          return SHA_256;
        }

        @Override
        public void close() {
          // Nothing is held.
        }
      };
}
