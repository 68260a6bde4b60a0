package inventory.stack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;

/**
 * The SQLite file in which dynoxide keeps all tables and their streams.
 *
 * <p>To number a record of a stream, dynoxide reads the greatest number so far, for which its own
 * schema has no index: it reads all records before each write of a table that has a stream. With
 * the index that this class adds, a write costs the same however many records there are.
 *
 * @param path the file
 * @param lasting whether it is kept after the end of the program
 */
record TableFile(Path path, boolean lasting) {

  private static final String INDEX =
      "CREATE INDEX IF NOT EXISTS stream_sequence"
          + " ON _stream_records (table_name, CAST(sequence_number AS INTEGER))";

  private static final String NAME = "dynoxide.db";

  /** Files here are in memory; macOS has no such folder. */
  private static final Path MEMORY = Path.of("/dev/shm");

  /** The file in this folder, which is created if it is missing. */
  static TableFile in(Path folder) throws IOException {
    return new TableFile(Files.createDirectories(folder).resolve(NAME), true);
  }

  /** A file that ends with the program, in memory where the system allows it. */
  static TableFile temporary() throws IOException {
    String prefix = "inventory-tables";
    Path folder =
        Files.isWritable(MEMORY)
            ? Files.createTempDirectory(MEMORY, prefix)
            : Files.createTempDirectory(prefix);
    return new TableFile(folder.resolve(NAME), false);
  }

  /**
   * A program that is ready when it listens on this port and its file has the index. A temporary
   * file loses its name then: the system removes it when the program ends, however it ends.
   */
  Readiness readiness(Readiness listening) {
    return log -> {
      Optional<String> problem = listening.problem(log);
      if (problem.isEmpty()) {
        addIndex();
        if (!lasting) {
          StateFolder.delete(path.getParent());
        }
      }
      return problem;
    };
  }

  private void addIndex() throws IOException {
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + path);
        Statement statement = connection.createStatement()) {
      statement.execute(INDEX);
    } catch (SQLException e) {
      throw new IOException("the index of streams cannot be added to " + path, e);
    }
  }
}
