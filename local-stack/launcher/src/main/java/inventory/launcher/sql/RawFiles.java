package inventory.launcher.sql;

import inventory.model.resource.RawTable;
import inventory.model.resource.RawTables;
import inventory.stack.LaunchException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Object;

/** Copies the raw files of a bucket to a folder of this machine. */
public final class RawFiles {

  // The files are small, so a download mostly waits.
  private static final int DOWNLOADS_AT_ONCE = 8;
  private static final long MEGABYTE = 1 << 20;

  private final S3Client s3;
  private final String bucket;
  private final Path folder;

  /**
   * Prepares copies.
   *
   * @param folder an empty folder
   */
  public RawFiles(S3Client s3, String bucket, Path folder) {
    this.s3 = s3;
    this.bucket = bucket;
    this.folder = folder;
  }

  /**
   * Copies the files of some tables and days.
   *
   * @param maxBytes limit for the size of all files together
   * @throws LaunchException if they are larger; nothing is copied then
   */
  public List<RawFile> copy(Collection<RawTable> tables, Days days, long maxBytes)
      throws IOException, InterruptedException {
    List<RawFile> files = new ArrayList<>();
    List<Callable<Object>> downloads = new ArrayList<>();
    long bytes = 0;
    for (RawTable table : tables) {
      for (S3Object object : list(table, days)) {
        // A key may be too long for a file name, or have characters that a file name cannot have.
        Path copy = folder.resolve(String.valueOf(files.size()));
        String day = RawTables.day(table, object.key()).orElseThrow();
        files.add(new RawFile(table, day, "s3://" + bucket + "/" + object.key(), copy));
        downloads.add(() -> s3.getObject(r -> r.bucket(bucket).key(object.key()), copy));
        bytes += object.size();
      }
    }
    if (bytes > maxBytes) {
      throw new LaunchException(
          ("the query reads %,d files of %,d MB, more than the %,d MB of --max-size:"
                  + " choose days with --from and --to, or raise the limit")
              .formatted(files.size(), bytes / MEGABYTE, maxBytes / MEGABYTE));
    }
    run(downloads);
    return files;
  }

  /** Keys at the top of the bucket, which are in no table; at most 1,000. */
  public List<String> outside() {
    return s3.listObjectsV2(request -> request.bucket(bucket).delimiter("/")).contents().stream()
        .map(S3Object::key)
        .toList();
  }

  private List<S3Object> list(RawTable table, Days days) {
    String after = table.prefix() + (days.from() == null ? "" : days.from());
    return s3
        .listObjectsV2Paginator(r -> r.bucket(bucket).prefix(table.prefix()).startAfter(after))
        .contents()
        .stream()
        .filter(object -> RawTables.day(table, object.key()).filter(days::contains).isPresent())
        .toList();
  }

  private static void run(List<Callable<Object>> downloads)
      throws IOException, InterruptedException {
    ExecutorService threads = Executors.newFixedThreadPool(DOWNLOADS_AT_ONCE);
    try {
      for (Future<Object> download : threads.invokeAll(downloads)) {
        download.get();
      }
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException failure) {
        throw failure;
      }
      throw new IOException("could not copy a file of the bucket: " + e.getMessage(), e);
    } finally {
      threads.shutdownNow();
    }
  }
}
