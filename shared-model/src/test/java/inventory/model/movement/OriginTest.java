package inventory.model.movement;

import static org.assertj.core.api.Assertions.assertThat;

import inventory.model.FileKind;
import inventory.model.FileStatus;
import inventory.model.inbox.Original;
import inventory.model.inbox.Upload;
import inventory.model.movement.Movement.Kind;
import java.io.InputStream;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class OriginTest {

  private static final String SHA_256 = "0123456789abcdef".repeat(4);

  @Test
  void aTransactionFileIsItsContent() {
    assertThat(Origin.of(upload(Optional.empty()), CONTENT, FileKind.TRANSACTIONS).source())
        .isEqualTo("0123456789abcdef0123456789abcdef");
  }

  @Test
  void aCountFileIsItsUpload() {
    Upload upload = upload(Optional.empty());

    assertThat(Origin.of(upload, CONTENT, FileKind.COUNT))
        .isEqualTo(new Origin(Kind.COUNT, upload.fileId(), upload.fileId()));
  }

  @Test
  void aReleasedFileIsItsUploadSoThatItCountsBesideTheSameContent() {
    Upload upload = upload(Optional.of(FileStatus.DUPLICATE));

    assertThat(Origin.of(upload, CONTENT, FileKind.TRANSACTIONS))
        .isEqualTo(new Origin(Kind.CHANGE, upload.fileId(), upload.fileId()));
  }

  private static Upload upload(Optional<FileStatus> releasedFrom) {
    return new Upload("a.csv", "v1", true, 5, Instant.EPOCH, releasedFrom);
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
