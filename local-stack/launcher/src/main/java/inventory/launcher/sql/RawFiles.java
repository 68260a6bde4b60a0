package inventory.launcher.sql;

import inventory.model.resource.RawTable;
import inventory.model.resource.RawTables;
import inventory.stack.LaunchException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Object;

/** Copies the raw files of a bucket to a folder of this machine. */
public final class RawFiles {

  private static final long MEGABYTE = 1 << 20;

  private final S3Client s3;
  private final String bucket;
  private final Path folder;
  private final Predicate<String> days;

  /**
   * Prepares copies.
   *
   * @param folder an empty folder
   * @param days which days to copy, in the form of {@link RawTables#DAY_FORMAT}
   */
  public RawFiles(S3Client s3, String bucket, Path folder, Predicate<String> days) {
    this.s3 = s3;
    this.bucket = bucket;
    this.folder = folder;
    this.days = days;
  }

  /**
   * Copies the files of some tables.
   *
   * @param maxBytes limit for the size of all files together
   * @throws LaunchException if they are larger; nothing is copied then
   */
  public List<RawFile> copy(Collection<RawTable> tables, long maxBytes) {
    List<RawFile> files = new ArrayList<>();
    Map<Path, String> keys = new LinkedHashMap<>();
    long bytes = 0;
    for (RawTable table : tables) {
      for (S3Object object : list(table)) {
        // A key may be too long for a file name, or have characters that a file name cannot have.
        Path copy = folder.resolve(String.valueOf(files.size()));
        String day = RawTables.day(table, object.key()).orElseThrow();
        files.add(new RawFile(table, day, "s3://" + bucket + "/" + object.key(), copy));
        keys.put(copy, object.key());
        bytes += object.size();
      }
    }
    if (bytes > maxBytes) {
      throw new LaunchException(
          ("the query reads %,d files of %,d MB, more than the %,d MB of --max-size:"
                  + " choose days with --from and --to, or raise the limit")
              .formatted(files.size(), bytes / MEGABYTE, maxBytes / MEGABYTE));
    }
    keys.entrySet().parallelStream()
        .forEach(file -> s3.getObject(r -> r.bucket(bucket).key(file.getValue()), file.getKey()));
    return files;
  }

  /** Keys at the top of the bucket, which are in no table; at most 1,000. */
  public List<String> outside() {
    return s3.listObjectsV2(request -> request.bucket(bucket).delimiter("/")).contents().stream()
        .map(S3Object::key)
        .toList();
  }

  private List<S3Object> list(RawTable table) {
    return s3
        .listObjectsV2Paginator(r -> r.bucket(bucket).prefix(table.prefix()))
        .contents()
        .stream()
        .filter(object -> RawTables.day(table, object.key()).filter(days).isPresent())
        .toList();
  }
}
