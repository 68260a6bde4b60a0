package inventory.alert.s3;

import static java.nio.charset.StandardCharsets.UTF_8;

import inventory.alert.domain.ChangeLists;
import inventory.alert.domain.Hint;
import inventory.model.message.ChangedItems;
import inventory.model.resource.Inbox;
import io.micronaut.json.JsonMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;

/** Reads lists from objects with one {@link ChangedItems.Item} as JSON per line, streamed. */
public final class S3ChangeLists implements ChangeLists {

  private final S3Client s3;
  private final String bucket;
  private final JsonMapper json;

  /**
   * Reads from a bucket.
   *
   * @param s3 the client
   * @param bucket the inbox bucket's name
   * @param json parses the lines
   */
  public S3ChangeLists(S3Client s3, String bucket, JsonMapper json) {
    this.s3 = s3;
    this.bucket = bucket;
    this.json = json;
  }

  @Override
  public Stream<Hint> open(String listKey) {
    if (!listKey.startsWith(Inbox.CHANGES_PREFIX)) {
      throw new IllegalArgumentException(
          "list key '" + listKey + "' must begin with " + Inbox.CHANGES_PREFIX);
    }
    BufferedReader lines = new BufferedReader(new InputStreamReader(content(listKey), UTF_8));
    AtomicLong number = new AtomicLong();
    return lines
        .lines()
        .map(line -> parse(listKey, number.incrementAndGet(), line))
        .onClose(() -> close(lines));
  }

  private InputStream content(String listKey) {
    try {
      return s3.getObject(r -> r.bucket(bucket).key(listKey));
    } catch (NoSuchKeyException e) {
      throw new IllegalStateException("there is no list " + listKey + " in bucket " + bucket, e);
    }
  }

  private Hint parse(String listKey, long number, String line) {
    try {
      ChangedItems.Item item = json.readValue(line, ChangedItems.Item.class).checked();
      return new Hint(item.itemId(), Optional.ofNullable(item.warehouse()));
    } catch (IOException | IllegalArgumentException e) {
      throw new IllegalStateException(
          "line " + number + " of list " + listKey + " is not a changed item", e);
    }
  }

  private static void close(BufferedReader lines) {
    try {
      lines.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
