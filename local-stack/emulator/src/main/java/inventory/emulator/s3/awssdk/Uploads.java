package inventory.emulator.s3.awssdk;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.gaul.s3proxy.S3ErrorCode;
import org.gaul.s3proxy.S3ProxyException;

/** Multipart uploads that are under way. */
final class Uploads {

  private final Database database;
  private final ObjectFiles files;

  Uploads(Database database, ObjectFiles files) {
    this.database = database;
    this.files = files;
  }

  /** Begins an upload; returns its id. */
  String begin(String bucket, String key, Attributes attributes) {
    String id = UUID.randomUUID().toString();
    database.write(
        c ->
            Sql.update(
                c,
                "insert into upload (id, bucket, object_key, initiated, attributes)"
                    + " values (?, ?, ?, ?, ?)",
                id,
                bucket,
                Sql.bytes(key),
                Instant.now(),
                attributes.json()));
    return id;
  }

  /**
   * What the client said of the object when it began.
   *
   * @throws S3ProxyException NoSuchUpload
   */
  Attributes attributes(String id) {
    return database
        .read(
            c ->
                Sql.query(
                    c,
                    "select attributes from upload where id = ?",
                    r -> Attributes.parse(r.getString(1)),
                    id))
        .stream()
        .findFirst()
        .orElseThrow(() -> new S3ProxyException(S3ErrorCode.NO_SUCH_UPLOAD));
  }

  /** Adds a part, in place of an earlier one of the same number. */
  void add(String id, int number, ObjectFiles.Stored part) {
    Optional<Part> replaced =
        database.write(
            c -> {
              Optional<Part> earlier =
                  parts(c, id).stream().filter(p -> p.number() == number).findFirst();
              Sql.update(
                  c,
                  "merge into upload_part (upload, number, content, size, etag, modified)"
                      + " values (?, ?, ?, ?, ?, ?)",
                  id,
                  number,
                  part.name(),
                  part.size(),
                  part.etag(),
                  Instant.now());
              return earlier;
            });
    replaced.ifPresent(p -> files.delete(p.content()));
  }

  List<Part> parts(String id) {
    return database.read(c -> parts(c, id));
  }

  List<Upload> all(String bucket) {
    return database.read(
        c ->
            Sql.query(
                c,
                "select id, object_key, initiated from upload where bucket = ?"
                    + " order by object_key, initiated",
                r ->
                    new Upload(
                        r.getString(1), Sql.text(r.getBytes(2)), Sql.instant(r, "initiated")),
                bucket));
  }

  /** Forgets an upload and its parts. */
  void end(String id) {
    List<Part> parts =
        database.write(
            c -> {
              List<Part> ended = parts(c, id);
              Sql.update(c, "delete from upload_part where upload = ?", id);
              Sql.update(c, "delete from upload where id = ?", id);
              return ended;
            });
    parts.forEach(part -> files.delete(part.content()));
  }

  private static List<Part> parts(Connection connection, String id) throws SQLException {
    return Sql.query(
        connection,
        "select number, content, size, etag, modified from upload_part where upload = ?"
            + " order by number",
        r ->
            new Part(
                r.getInt(1),
                r.getString(2),
                r.getLong(3),
                r.getString(4),
                Sql.instant(r, "modified")),
        id);
  }

  /**
   * A part.
   *
   * @param number 1 to 10,000
   * @param content the name of its file
   * @param size bytes
   * @param etag its MD5 in hexadecimal
   */
  record Part(int number, String content, long size, String etag, Instant modified) {}

  /** An upload that is under way. */
  record Upload(String id, String key, Instant initiated) {}
}
