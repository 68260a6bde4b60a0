package inventory.emulator.s3.awssdk;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.h2.jdbcx.JdbcConnectionPool;

/**
 * What S3 knows of its objects, in H2; the contents are files beside it. Writers take turns: the
 * order of versions of a key is the order in which their transactions commit.
 */
final class Database {

  private static final String[] SCHEMA = {
    """
    create table if not exists bucket (
      name varchar primary key,
      created timestamp(3) with time zone not null,
      versioning varchar)""",
    """
    create table if not exists bucket_configuration (
      bucket varchar, kind varchar, document varchar not null, primary key (bucket, kind))""",
    """
    create table if not exists object_version (
      sequence bigint generated always as identity,
      bucket varchar, object_key varbinary(1024), version_id varchar not null,
      delete_marker boolean not null, content varchar, size bigint not null, etag varchar,
      modified timestamp(3) with time zone not null, attributes varchar not null,
      primary key (bucket, object_key, sequence))""",
    """
    create table if not exists upload (
      id varchar primary key, bucket varchar not null, object_key varbinary(1024) not null,
      initiated timestamp(3) with time zone not null, attributes varchar not null)""",
    """
    create table if not exists upload_part (
      upload varchar, number integer, content varchar not null, size bigint not null,
      etag varchar not null, modified timestamp(3) with time zone not null,
      primary key (upload, number))""",
  };

  private static final int MAX_CONNECTIONS = 32;

  private final JdbcConnectionPool pool;
  private final ReentrantLock writing = new ReentrantLock(true);

  private Database(JdbcConnectionPool pool) {
    this.pool = pool;
  }

  /** Opens or creates the database in this folder; in memory without one. */
  static Database open(Optional<Path> folder) {
    // WRITE_DELAY=0: an acknowledged put must survive kill -9.
    String url =
        folder
            .map(
                path -> "jdbc:h2:file:" + path.toAbsolutePath().resolve("index") + ";WRITE_DELAY=0")
            .orElse("jdbc:h2:mem:s3;DB_CLOSE_DELAY=-1");
    JdbcConnectionPool pool = JdbcConnectionPool.create(url + ";DB_CLOSE_ON_EXIT=FALSE", "", "");
    pool.setMaxConnections(MAX_CONNECTIONS);
    Database database = new Database(pool);
    database.write(
        connection -> {
          try (Statement statement = connection.createStatement()) {
            for (String table : SCHEMA) {
              statement.execute(table);
            }
          }
          return null;
        });
    return database;
  }

  /** Reads. */
  <T> T read(Work<T> work) {
    try (Connection connection = pool.getConnection()) {
      return work.on(connection);
    } catch (SQLException e) {
      throw new IllegalStateException("cannot read the index of S3", e);
    }
  }

  /** Writes all or nothing. */
  <T> T write(Work<T> work) {
    writing.lock();
    try (Connection connection = pool.getConnection()) {
      connection.setAutoCommit(false);
      try {
        T result = work.on(connection);
        connection.commit();
        return result;
      } finally {
        connection.rollback();
        connection.setAutoCommit(true);
      }
    } catch (SQLException e) {
      throw new IllegalStateException("cannot write the index of S3", e);
    } finally {
      writing.unlock();
    }
  }

  void close() throws SQLException {
    try (Connection connection = pool.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("shutdown");
    }
    pool.dispose();
  }

  /** What is done with a connection. */
  @FunctionalInterface
  interface Work<T> {
    T on(Connection connection) throws SQLException;
  }
}
