package inventory.launcher.sql;

import inventory.model.resource.RawTable;
import inventory.model.resource.RawTables;
import inventory.stack.LaunchException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Object;

/**
 * The raw files of a bucket, copied to this machine: each once, by its key and its ETag, so that
 * the next query needs only what is new.
 */
public final class RawFiles {

  // A file is small and a request's time mostly waiting.
  private static final int DOWNLOADS_AT_ONCE = 8;
  private static final long MEGABYTE = 1 << 20;

  private final S3Client s3;
  private final String bucket;
  private final Path folder;

  /**
   * Prepares them.
   *
   * @param folder for the copies, of this bucket alone; nothing else may lie in it
   */
  public RawFiles(S3Client s3, String bucket, Path folder) {
    this.s3 = s3;
    this.bucket = bucket;
    this.folder = folder;
  }

  /**
   * What is on this machine now.
   *
   * @param files all files of the tables and days that were asked for
   * @param fetched how many of them were copied just now
   * @param bytes the size of all
   */
  public record Copies(List<RawFile> files, long fetched, long bytes) {}

  private record Listed(RawFile file, S3Object object) {}

  /**
   * Brings the copies up to date.
   *
   * @param tables which tables' files
   * @param days of which days
   * @param maxBytes how much they may be in all
   * @throws LaunchException if they are more
   */
  public Copies refresh(Collection<RawTable> tables, Days days, long maxBytes)
      throws IOException, InterruptedException {
    List<Listed> listed = new ArrayList<>();
    tables.forEach(table -> listed.addAll(list(table, days)));
    long bytes = listed.stream().mapToLong(each -> each.object().size()).sum();
    if (bytes > maxBytes) {
      throw new LaunchException(
          "the %,d files that the query reads are %,d MB, more than the %,d MB of --max-size: choose days with --from and --to, or raise it"
              .formatted(listed.size(), bytes / MEGABYTE, maxBytes / MEGABYTE));
    }
    removeOthers(tables, days, listed);
    List<Listed> missing =
        listed.stream().filter(each -> !Files.exists(each.file().copy())).toList();
    fetch(missing);
    return new Copies(listed.stream().map(Listed::file).toList(), missing.size(), bytes);
  }

  /** Keys at the bucket's top, which no table has: count files, most often. At most 1,000. */
  public List<String> outside() {
    return s3.listObjectsV2(request -> request.bucket(bucket).delimiter("/")).contents().stream()
        .map(S3Object::key)
        .toList();
  }

  private List<Listed> list(RawTable table, Days days) {
    List<Listed> listed = new ArrayList<>();
    String after = table.prefix() + days.from().orElse("");
    s3.listObjectsV2Paginator(
            request -> request.bucket(bucket).prefix(table.prefix()).startAfter(after))
        .contents()
        .forEach(
            object ->
                RawTables.day(table, object.key())
                    .filter(days::contains)
                    .ifPresent(day -> listed.add(listed(table, day, object))));
    return listed;
  }

  private Listed listed(RawTable table, String day, S3Object object) {
    // Keys may be longer than names of files, and hold what those must not.
    Path copy = folder.resolve(table.name()).resolve(day).resolve(digest(object));
    return new Listed(new RawFile(table, "s3://" + bucket + "/" + object.key(), copy), object);
  }

  private static String digest(S3Object object) {
    try {
      byte[] text = (object.key() + "\n" + object.eTag()).getBytes(StandardCharsets.UTF_8);
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  /** What was deleted or replaced in the bucket is of no more use here. */
  private void removeOthers(Collection<RawTable> tables, Days days, List<Listed> listed)
      throws IOException {
    Set<Path> wanted = new HashSet<>();
    listed.forEach(each -> wanted.add(each.file().copy()));
    for (RawTable table : tables) {
      Path own = folder.resolve(table.name());
      for (Path copy : files(own)) {
        Optional<Path> day = Optional.ofNullable(own.relativize(copy).getParent());
        if (day.map(Path::toString).filter(days::contains).isPresent() && !wanted.contains(copy)) {
          Files.delete(copy);
        }
      }
    }
  }

  private static List<Path> files(Path tree) throws IOException {
    if (!Files.exists(tree)) {
      return List.of();
    }
    try (Stream<Path> walk = Files.walk(tree)) {
      return walk.filter(Files::isRegularFile).toList();
    }
  }

  private void fetch(List<Listed> missing) throws IOException, InterruptedException {
    ExecutorService threads = Executors.newFixedThreadPool(DOWNLOADS_AT_ONCE);
    try {
      List<Future<?>> downloads = new ArrayList<>();
      missing.forEach(
          each ->
              downloads.add(
                  threads.submit(
                      () -> {
                        fetch(each);
                        return null;
                      })));
      for (Future<?> download : downloads) {
        download.get();
      }
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException failure) {
        throw failure;
      }
      throw new IOException("a file of the bucket cannot be copied: " + e.getMessage(), e);
    } finally {
      threads.shutdownNow();
    }
  }

  private void fetch(Listed missing) throws IOException {
    Path copy = missing.file().copy();
    Files.createDirectories(copy.getParent());
    // A copy that was cut off must not be taken for the file.
    Path part = Files.createTempFile(folder, "part", null);
    try {
      Files.delete(part);
      s3.getObject(
          request ->
              request.bucket(bucket).key(missing.object().key()).ifMatch(missing.object().eTag()),
          part);
      Files.move(part, copy, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(part);
    }
  }
}
