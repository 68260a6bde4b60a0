package inventory.launcher;

import inventory.launcher.sql.CsvOutput;
import inventory.launcher.sql.Days;
import inventory.launcher.sql.RawDatabase;
import inventory.launcher.sql.RawFiles;
import inventory.launcher.sql.TableOutput;
import inventory.launcher.terminal.Terminal;
import inventory.model.resource.RawTable;
import inventory.model.resource.RawTables;
import inventory.stack.StateFolder;
import inventory.stack.aws.AwsClients;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Runs a query over the raw files (requirement R7). */
@Command(
    name = "sql",
    sortOptions = false,
    description =
        "Query the raw files of the bucket with SQL: tables inventory_files, count_files,"
            + " restock_thresholds, events_rejected. docs/sql.md explains them.")
final class SqlCommand implements Callable<Integer> {

  private static final long MEGABYTE = 1 << 20;

  @Parameters(paramLabel = "QUERY", description = "One query, in quotes.")
  private String sql;

  @Option(names = "--csv", description = "Write CSV instead of a table: all rows.")
  private boolean csv;

  @Option(
      names = "--from",
      paramLabel = "yyyy/MM/dd",
      description = "The first day of files to read.")
  private String from;

  @Option(names = "--to", paramLabel = "yyyy/MM/dd", description = "The last day of files to read.")
  private String to;

  @Option(
      names = "--max-size",
      paramLabel = "MB",
      defaultValue = "1024",
      description = "How large these files may be in all (${DEFAULT-VALUE} MB).")
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
    Days days = new Days(Optional.ofNullable(from), Optional.ofNullable(to));
    options.run((clients, names) -> run(clients, names.bucket(), days));
    return 0;
  }

  private void run(AwsClients clients, String bucket, Days days)
      throws IOException, InterruptedException, SQLException {
    Path copies = StateFolder.sql(options.folder(System.getenv())).resolve(bucket);
    Path folder = Files.createDirectories(copies).toRealPath();
    try (FileChannel channel = open(folder.resolveSibling(bucket + ".lock"))) {
      lock(channel);
      RawFiles files = new RawFiles(clients.s3(), bucket, folder);
      RawFiles.Copies found = files.refresh(wanted(), days, maxSize * MEGABYTE);
      tell(files, found);
      query(found, folder);
    }
  }

  private void query(RawFiles.Copies copies, Path folder) throws IOException, SQLException {
    try (RawDatabase database = RawDatabase.open(copies.files(), folder)) {
      if (csv) {
        PrintWriter out = new PrintWriter(System.out, false, StandardCharsets.UTF_8);
        database.query(sql, new CsvOutput(out));
        out.flush();
      } else {
        database.query(sql, new TableOutput(terminal));
      }
    }
  }

  /** Only the files of tables that the query may read: what it does not name, it does not read. */
  private List<RawTable> wanted() {
    String text = sql.toLowerCase(Locale.ROOT);
    return RawTables.ALL.stream().filter(table -> text.contains(table.name())).toList();
  }

  private void tell(RawFiles files, RawFiles.Copies copies) {
    messages.line(
        "%,d files, %,d KB; %,d of them copied from the bucket just now"
            .formatted(copies.files().size(), copies.bytes() / 1_024, copies.fetched()));
    if (wanted().contains(RawTables.COUNT_FILES)) {
      List<String> outside = files.outside();
      if (!outside.isEmpty()) {
        messages.line(
            "%,d files at the top of the bucket are in no table (%s): the tables are made of %s<yyyy>/<MM>/<dd>/ and its like"
                .formatted(
                    outside.size(), Terminal.printable(outside.get(0)), RawTables.COUNTS_PREFIX));
      }
    }
  }

  private static FileChannel open(Path file) throws IOException {
    return FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
  }

  /** Another query of the same bucket waits: it must not remove what this one reads. */
  private void lock(FileChannel channel) throws IOException {
    // Closing the channel gives the lock back.
    Optional<FileLock> lock = Optional.ofNullable(channel.tryLock());
    if (lock.isEmpty()) {
      messages.line("Another ./inventory sql is running: waiting for it.");
      channel.lock();
    }
  }
}
