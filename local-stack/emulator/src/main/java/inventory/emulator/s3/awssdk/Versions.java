package inventory.emulator.s3.awssdk;

import static inventory.emulator.s3.awssdk.ObjectVersion.UNVERSIONED;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

/**
 * The table of object versions. The latest version of a key is the one with the highest sequence.
 */
final class Versions {

  private static final String COLUMNS =
      "select sequence, bucket, object_key, version_id, delete_marker, content, size, etag,"
          + " modified, attributes from object_version v where bucket = ? ";

  private static final String LATEST =
      " and sequence = (select max(sequence) from object_version w"
          + " where w.bucket = v.bucket and w.object_key = v.object_key) ";

  private final Database database;
  private final ObjectFiles files;

  Versions(Database database, ObjectFiles files) {
    this.database = database;
    this.files = files;
  }

  /** The latest version, which may be a delete marker. */
  Optional<ObjectVersion> latest(String bucket, String key) {
    return database.read(c -> latest(c, bucket, key));
  }

  private static Optional<ObjectVersion> latest(Connection c, String bucket, String key)
      throws SQLException {
    return Sql.query(
            c, COLUMNS + "and object_key = ?" + LATEST, Versions::row, bucket, Sql.bytes(key))
        .stream()
        .findFirst();
  }

  Optional<ObjectVersion> find(String bucket, String key, String versionId) {
    return database
        .read(
            c ->
                Sql.query(
                    c,
                    COLUMNS + "and object_key = ? and version_id = ?",
                    Versions::row,
                    bucket,
                    Sql.bytes(key),
                    versionId))
        .stream()
        .findFirst();
  }

  /** The latest versions of the keys in a range, in the order of keys, without delete markers. */
  List<ObjectVersion> latest(String bucket, KeyRange range, int limit) {
    return database.read(
        c ->
            Sql.query(
                c,
                COLUMNS
                    + "and object_key >= ? and object_key < ?"
                    + LATEST
                    + "and not delete_marker order by object_key limit ?",
                Versions::row,
                bucket,
                range.from(),
                range.to(),
                limit));
  }

  /** All versions of the keys in a range, in the order of keys, the newest first. */
  List<ObjectVersion> all(String bucket, KeyRange range) {
    return database.read(
        c ->
            Sql.query(
                c,
                COLUMNS
                    + "and object_key >= ? and object_key < ? order by object_key, sequence desc",
                Versions::row,
                bucket,
                range.from(),
                range.to()));
  }

  boolean isEmpty(String bucket) {
    return database.read(c -> Sql.query(c, COLUMNS + "limit 1", Versions::row, bucket)).isEmpty();
  }

  /**
   * Adds a version, or replaces the one without id where the bucket keeps none.
   *
   * @param versioned whether the bucket keeps versions
   * @param content null for a delete marker
   * @return the version as stored
   */
  ObjectVersion add(
      String bucket,
      String key,
      boolean versioned,
      ObjectFiles.Stored content,
      Attributes attributes) {
    return add(bucket, key, versioned, content, attributes, latest -> {});
  }

  /**
   * Adds a version as the other does, if the latest one is as it must be.
   *
   * @param check throws what the writer is to see if the latest version, which may be a delete
   *     marker, is not as it must be
   */
  ObjectVersion add(
      String bucket,
      String key,
      boolean versioned,
      ObjectFiles.Stored content,
      Attributes attributes,
      Consumer<Optional<ObjectVersion>> check) {
    String versionId = versioned ? newVersionId() : UNVERSIONED;
    List<String> replaced = new ArrayList<>();
    ObjectVersion added =
        database.write(
            c -> {
              check.accept(latest(c, bucket, key));
              if (!versioned) {
                replaced.addAll(remove(c, bucket, key, UNVERSIONED));
              }
              insert(c, bucket, key, versionId, content, attributes);
              return latest(c, bucket, key).orElseThrow();
            });
    replaced.forEach(files::delete);
    return added;
  }

  /** Removes a version for good; nothing happens if there is none. */
  void remove(String bucket, String key, String versionId) {
    database.write(c -> remove(c, bucket, key, versionId)).forEach(files::delete);
  }

  private static List<String> remove(Connection c, String bucket, String key, String versionId)
      throws SQLException {
    String where = "from object_version where bucket = ? and object_key = ? and version_id = ?";
    List<String> contents =
        Sql.query(
            c,
            "select content " + where + " and content is not null",
            r -> r.getString(1),
            bucket,
            Sql.bytes(key),
            versionId);
    Sql.update(c, "delete " + where, bucket, Sql.bytes(key), versionId);
    return contents;
  }

  private static void insert(
      Connection c,
      String bucket,
      String key,
      String versionId,
      ObjectFiles.Stored content,
      Attributes attributes)
      throws SQLException {
    Sql.update(
        c,
        "insert into object_version (bucket, object_key, version_id, delete_marker, content, size,"
            + " etag, modified, attributes) values (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        bucket,
        Sql.bytes(key),
        versionId,
        content == null,
        content == null ? null : content.name(),
        content == null ? 0L : content.size(),
        content == null ? null : content.etag(),
        Instant.now().truncatedTo(ChronoUnit.MILLIS),
        attributes.json());
  }

  /** Random, so that an id is never given twice, not even after a restart. */
  private static String newVersionId() {
    return UUID.randomUUID().toString().replace("-", "");
  }

  private static ObjectVersion row(ResultSet results) throws SQLException {
    return new ObjectVersion(
        results.getLong("sequence"),
        results.getString("bucket"),
        Sql.text(results.getBytes("object_key")),
        results.getString("version_id"),
        results.getBoolean("delete_marker"),
        results.getString("content"),
        results.getLong("size"),
        results.getString("etag"),
        Sql.instant(results, "modified"),
        Attributes.parse(results.getString("attributes")));
  }
}
