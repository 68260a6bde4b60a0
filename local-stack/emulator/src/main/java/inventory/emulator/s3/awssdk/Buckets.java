package inventory.emulator.s3.awssdk;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.gaul.s3proxy.S3ErrorCode;
import org.gaul.s3proxy.S3ProxyException;
import org.gaul.s3proxy.blobstore.S3Exceptions;
import software.amazon.awssdk.services.s3.model.BucketVersioningStatus;

/** The buckets and what is configured for them. */
final class Buckets {

  private final Database database;

  Buckets(Database database) {
    this.database = database;
  }

  List<Bucket> all() {
    return database.read(c -> Sql.query(c, "select * from bucket order by name", Buckets::row));
  }

  /**
   * Gets a bucket.
   *
   * @throws S3ProxyException NoSuchBucket
   */
  Bucket get(String name) {
    return database
        .read(c -> Sql.query(c, "select * from bucket where name = ?", Buckets::row, name))
        .stream()
        .findFirst()
        .orElseThrow(() -> new S3ProxyException(S3ErrorCode.NO_SUCH_BUCKET));
  }

  void create(String name) {
    int created =
        database.write(
            c ->
                Sql.update(
                    c,
                    "insert into bucket (name, created) select ?, ?"
                        + " where not exists (select 1 from bucket where name = ?)",
                    name,
                    Instant.now(),
                    name));
    if (created == 0) {
      throw S3Exceptions.bucketAlreadyOwnedByYou(name);
    }
  }

  void delete(String name) {
    database.write(
        c -> {
          Sql.update(c, "delete from bucket_configuration where bucket = ?", name);
          return Sql.update(c, "delete from bucket where name = ?", name);
        });
  }

  void setVersioning(String name, BucketVersioningStatus status) {
    database.write(
        c ->
            Sql.update(
                c, "update bucket set versioning = ? where name = ?", status.toString(), name));
  }

  /** A configuration document as the client put it. */
  Optional<String> configuration(String bucket, String kind) {
    return database
        .read(
            c ->
                Sql.query(
                    c,
                    "select document from bucket_configuration where bucket = ? and kind = ?",
                    r -> r.getString(1),
                    bucket,
                    kind))
        .stream()
        .findFirst();
  }

  void configure(String bucket, String kind, String document) {
    database.write(
        c ->
            Sql.update(
                c,
                "merge into bucket_configuration (bucket, kind, document) values (?, ?, ?)",
                bucket,
                kind,
                document));
  }

  void removeConfiguration(String bucket, String kind) {
    database.write(
        c ->
            Sql.update(
                c, "delete from bucket_configuration where bucket = ? and kind = ?", bucket, kind));
  }

  private static Bucket row(ResultSet results) throws SQLException {
    return new Bucket(
        results.getString("name"),
        Sql.instant(results, "created"),
        Optional.ofNullable(results.getString("versioning"))
            .map(BucketVersioningStatus::fromValue));
  }

  /**
   * A bucket.
   *
   * @param versioning absent if it has never kept versions
   */
  record Bucket(String name, Instant created, Optional<BucketVersioningStatus> versioning) {

    boolean versioned() {
      return versioning.filter(BucketVersioningStatus.ENABLED::equals).isPresent();
    }
  }
}
