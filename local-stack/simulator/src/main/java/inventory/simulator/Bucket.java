package inventory.simulator;

import static java.nio.charset.StandardCharsets.UTF_8;

import inventory.model.Hex;
import inventory.model.inbox.Original;
import inventory.model.inbox.Originals;
import inventory.model.inbox.RejectsStore;
import inventory.model.inbox.Upload;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;

/** The inbox bucket: the originals, and which of them have a rejects file. */
final class Bucket implements Originals, RejectsStore {

  private final Map<Upload, String> originals = new HashMap<>();
  private final Set<Upload> rejects = new HashSet<>();

  void add(Upload upload, String text) {
    originals.put(upload, text);
  }

  /** A person deletes an original. */
  void delete(Upload upload) {
    originals.remove(upload);
  }

  boolean has(Upload upload) {
    return originals.containsKey(upload);
  }

  boolean hasRejectsOf(Upload upload) {
    return rejects.contains(upload);
  }

  @Override
  public Original fetch(Upload upload) throws OriginalUnavailableException {
    String text = originals.get(upload);
    if (text == null) {
      throw new OriginalUnavailableException("the file was deleted before it was read", null);
    }
    return new Text(text.getBytes(UTF_8));
  }

  @Override
  public String put(Upload upload, Path file) {
    rejects.add(upload);
    return "rejected/" + upload.key();
  }

  /** An original in memory. */
  @SuppressWarnings("ArrayRecordComponent") // Nobody changes or compares it.
  record Text(byte[] bytes) implements Original {

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
      // Nothing is held.
    }
  }
}
