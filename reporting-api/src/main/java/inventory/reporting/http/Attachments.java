package inventory.reporting.http;

import inventory.reporting.domain.NoSuchRecordException;
import inventory.reporting.domain.files.InboxFiles;
import io.micronaut.http.MediaType;
import io.micronaut.http.server.types.files.StreamedFile;
import java.time.Clock;

/** Serves files of the inbox as downloads under their own names. */
public final class Attachments {

  private Attachments() {}

  /**
   * Opens a file.
   *
   * @param kind the kind of file, for the error if it is missing
   * @param key the object's key
   * @throws NoSuchRecordException if it no longer exists
   */
  public static StreamedFile open(InboxFiles files, String kind, String key, Clock clock) {
    InboxFiles.Content content =
        files.open(key).orElseThrow(() -> new NoSuchRecordException(kind, key));
    MediaType type = MediaType.of(content.mediaType());
    return new StreamedFile(content.stream(), type, clock.millis(), content.length())
        .attach(key.substring(key.lastIndexOf('/') + 1));
  }
}
