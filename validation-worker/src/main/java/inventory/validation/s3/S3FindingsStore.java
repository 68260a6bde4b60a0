package inventory.validation.s3;

import inventory.model.resource.Inbox;
import inventory.validation.run.FindingsStore;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import software.amazon.awssdk.core.ResponseInputStream;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;

/** Findings in the inbox bucket. */
public final class S3FindingsStore implements FindingsStore {

  private static final String TYPE = "text/csv; charset=utf-8";

  private final S3Client s3;
  private final String bucket;

  /** Stores them in a bucket. */
  public S3FindingsStore(S3Client s3, String bucket) {
    this.s3 = s3;
    this.bucket = bucket;
  }

  @Override
  public void storePart(String runId, int process, int part, Path csv) {
    put(partKey(runId, process, part), csv);
  }

  @Override
  public void assemble(String runId, List<Integer> parts, String header, String key) {
    try {
      Path list = Files.createTempFile("findings-", ".csv");
      try {
        write(runId, parts, header, list);
        put(key, list);
      } finally {
        Files.deleteIfExists(list);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write the list of findings to local disk", e);
    }
  }

  private void write(String runId, List<Integer> parts, String header, Path list)
      throws IOException {
    try (OutputStream out = Files.newOutputStream(list)) {
      out.write(header.getBytes(StandardCharsets.UTF_8));
      for (int process = 1; process <= parts.size(); process++) {
        for (int part = 1; part <= parts.get(process - 1); part++) {
          append(partKey(runId, process, part), out);
        }
      }
    }
  }

  private void append(String key, OutputStream out) throws IOException {
    try (ResponseInputStream<GetObjectResponse> in =
        s3.getObject(request -> request.bucket(bucket).key(key))) {
      in.transferTo(out);
    }
  }

  private void put(String key, Path file) {
    s3.putObject(
        request -> request.bucket(bucket).key(key).contentType(TYPE).metadata(Inbox.OWN),
        RequestBody.fromFile(file));
  }

  private static String partKey(String runId, int process, int part) {
    return "%sparts/%s/%03d-%06d".formatted(Inbox.VALIDATION_PREFIX, runId, process, part);
  }
}
