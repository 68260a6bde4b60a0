package inventory.launcher.demo;

import inventory.model.FileStatus;
import java.util.ArrayList;
import java.util.List;

/** Writes one inventory file of the demonstration and remembers it. */
final class FileWriter {

  private final StringBuilder text = new StringBuilder();
  private final List<Fact> facts = new ArrayList<>();
  private final RowWriter rows;

  private FileWriter(boolean counts, RowWriter.Dialect dialect) {
    this.rows =
        counts
            ? RowWriter.ofCounts(text, dialect, facts::add)
            : RowWriter.ofTransactions(text, dialect, facts::add);
  }

  static FileWriter ofTransactions(RowWriter.Dialect dialect) {
    return new FileWriter(false, dialect);
  }

  static FileWriter ofCounts(RowWriter.Dialect dialect) {
    return new FileWriter(true, dialect);
  }

  /** What writes its rows. */
  RowWriter rows() {
    return rows;
  }

  DemoFile file(String key) {
    FileStatus status = rows.badRows() == 0 ? FileStatus.APPLIED : FileStatus.PARTIAL;
    return new DemoFile(key, text.toString(), facts, status, (int) rows.badRows());
  }
}
