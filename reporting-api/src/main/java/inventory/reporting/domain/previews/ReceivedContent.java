package inventory.reporting.domain.previews;

import inventory.model.Hex;
import inventory.model.inbox.Original;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.HexFormat;

/** The content of a file that was sent for a preview. */
@SuppressWarnings("ArrayRecordComponent") // Compared by nobody; a copy would cost memory.
public record ReceivedContent(byte[] bytes) implements Original {

  @Override
  public InputStream open() {
    return new ByteArrayInputStream(bytes);
  }

  @Override
  public String sha256() {
    return HexFormat.of().formatHex(Hex.sha256().digest(bytes));
  }

  @Override
  public void close() {
    // It is in memory.
  }
}
