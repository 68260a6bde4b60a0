package inventory.launcher.cli;

import inventory.launcher.sql.RawDatabase;
import inventory.launcher.sql.RawFile;
import inventory.launcher.sql.RawFiles;
import inventory.launcher.terminal.Terminal;
import inventory.launcher.terminal.TextTable;
import inventory.model.resource.RawTable;
import inventory.model.resource.RawTables;
import inventory.stack.aws.AwsClients;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.apache.commons.io.file.PathUtils;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi.Style;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Runs a query over the raw files (requirement R7). */
@Command(
    name = "sql",
    description =
        "Run SQL over the raw files of the bucket: tables inventory_files, count_files,"
            + " restock_thresholds, events_rejected. docs/sql.md explains them.")
final class SqlCommand implements Callable<Integer> {

  private static final int INTERRUPTED = 130;
  private static final long MEGABYTE = 1 << 20;
  private static final int MAX_ROWS = 1_000;

  @Parameters(paramLabel = "QUERY", description = "One query, in quotes.")
  private String sql;

  @Option(names = "--csv", description = "Print all rows as CSV instead of a table.")
  private boolean csv;

  @Option(
      names = "--from",
      paramLabel = RawTables.DAY_FORMAT,
      converter = Converters.Day.class,
      description = "First day to read.")
  private String from;

  @Option(
      names = "--to",
      paramLabel = RawTables.DAY_FORMAT,
      converter = Converters.Day.class,
      description = "Last day to read.")
  private String to;

  @Option(
      names = "--max-size",
      paramLabel = "MB",
      defaultValue = "1024",
      description = "Limit for the size of all files to read (${DEFAULT-VALUE} MB).")
  private long maxSize;

  @Mixin private EnvironmentOptions options;

  private final Terminal terminal;
  private final Terminal messages = Terminal.error();

  SqlCommand() {
    this(Terminal.standard());
  }

  SqlCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws Exception {
    Path folder = Files.createTempDirectory("inventory-sql").toRealPath();
    new Cleanup(INTERRUPTED, failed -> delete(folder))
        .after(() -> options.run((clients, names) -> run(clients, names.bucket(), folder)));
    return 0;
  }

  private void run(AwsClients clients, String bucket, Path folder) throws Exception {
    RawFiles rawFiles = new RawFiles(clients.s3(), bucket, folder, this::isWanted);
    String text = sql.toLowerCase(Locale.ROOT);
    List<RawTable> named =
        RawTables.ALL.stream().filter(table -> text.contains(table.name())).toList();
    List<RawFile> files = rawFiles.copy(named, maxSize * MEGABYTE);
    messages.line("Files read: %,d".formatted(files.size()));
    if (named.contains(RawTables.COUNT_FILES)) {
      explainCounts(rawFiles.outside());
    }
    Path result = folder.resolve("result.csv");
    try (RawDatabase database = RawDatabase.open(files, folder)) {
      database.query(sql, result, csv ? "" : "null");
    }
    if (csv) {
      Files.copy(result, System.out);
    } else {
      print(result);
    }
  }

  private boolean isWanted(String day) {
    return (from == null || day.compareTo(from) >= 0) && (to == null || day.compareTo(to) <= 0);
  }

  private void explainCounts(List<String> outside) {
    if (!outside.isEmpty()) {
      messages.line(
          "%,d files at the top of the bucket (%s) are in no table; tables have files below %s<yyyy>/<MM>/<dd>/."
              .formatted(
                  outside.size(), Terminal.printable(outside.get(0)), RawTables.COUNTS_PREFIX));
    }
  }

  private void print(Path result) throws IOException {
    try (BufferedReader text = Files.newBufferedReader(result);
        CSVParser rows = CSVParser.parse(text, CSVFormat.DEFAULT)) {
      TextTable table = null;
      long count = 0;
      for (CSVRecord row : rows) {
        String[] cells = row.stream().toArray(String[]::new);
        if (table == null) {
          table = new TextTable(cells);
        } else if (++count <= MAX_ROWS) {
          table.row((Object[]) cells);
        }
      }
      table.print(terminal);
      String shown =
          count > MAX_ROWS ? " (the first %,d; --csv prints all)".formatted(MAX_ROWS) : "";
      String number = "%,d %s%s".formatted(count, count == 1 ? "row" : "rows", shown);
      terminal.line("  " + terminal.styled(Style.faint, number));
    }
  }

  private static void delete(Path folder) {
    try {
      PathUtils.deleteDirectory(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
