package inventory.launcher.bench;

/**
 * How much work is made.
 *
 * @param name a word that is in its keys and warehouses, and in no other work's
 * @param files how many files
 * @param rowsPerFile rows in each
 * @param pairs how many (warehouse, item) pairs the rows are spread over; as many as rows: each row
 *     has its own
 */
record WorkShape(String name, int files, int rowsPerFile, int pairs) {

  int rows() {
    return files * rowsPerFile;
  }

  String title() {
    return files == 1
        ? "1 file of %,d rows, %,d pairs".formatted(rowsPerFile, pairs)
        : "%,d files of %,d rows, %,d pairs".formatted(files, rowsPerFile, pairs);
  }

  /** A tenth of it: fewer files, or smaller ones. */
  WorkShape tenth() {
    return files == 1
        ? new WorkShape(name, 1, rowsPerFile / 10, pairs / 10)
        : new WorkShape(name, files / 10, rowsPerFile, pairs / 10);
  }
}
