package inventory.launcher.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import inventory.launcher.terminal.Terminal;
import inventory.stack.EnvironmentFile;
import inventory.stack.LaunchException;
import inventory.testkit.EmbeddedAws;
import inventory.testkit.Resources;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import software.amazon.awssdk.core.sync.RequestBody;

/** {@code ./inventory sql} over the files of a real bucket. */
class SqlIT {

  private static final String HEADER = "Timestamp,WarehouseName,ItemId,ItemName,StockLevelChange\n";
  private static final String SUM =
      "select day, sum(stocklevelchange) as units from inventory_files group by day order by day";

  private static Resources aws;

  @TempDir private Path folder;

  @BeforeAll
  static void create() {
    aws = EmbeddedAws.newResources();
    put("inventory_files/2026/01/05/20260105060000_inventory.csv", HEADER + row(-3) + row(5));
    put("inventory_files/2026/01/06/20260106060000 +ü%\"'_inventory.csv", HEADER + row(7));
    put("inventory-berlin.csv", "store,item,count\nBerlin,Echo Dot,12\n");
  }

  @AfterAll
  static void close() {
    aws.close();
  }

  @BeforeEach
  void nameTheEnvironment() throws IOException {
    EnvironmentFile.write(folder.resolve("env"), aws.environment());
  }

  private static String row(long change) {
    return "2026-01-05T06:00:00Z,Berlin 1,a1,Mug," + change + "\n";
  }

  private static void put(String key, String text) {
    aws.s3().putObject(r -> r.bucket(aws.bucket()).key(key), RequestBody.fromString(text));
  }

  @Test
  void theFilesOfTheBucketAreATable() throws Exception {
    assertThat(run(SUM))
        .containsExactly(
            "  day         units", "  2026/01/05      2", "  2026/01/06      7", "  2 rows");
    assertThat(run("select \"$path\" as file from inventory_files where day = '2026/01/06'"))
        .contains(
            "  s3://"
                + aws.bucket()
                + "/inventory_files/2026/01/06/20260106060000 +ü%\"'_inventory.csv");
  }

  @Test
  void everyQueryReadsTheBucketAsItIsNow() throws Exception {
    String key = "inventory_files/2026/01/07/20260107060000_inventory.csv";
    put(key, HEADER + row(1));
    String query = "select stocklevelchange from inventory_files where day = '2026/01/07'";
    assertThat(run(query)).contains("                 1");

    put(key, HEADER + row(2));
    assertThat(run(query)).contains("                 2").doesNotContain("                 1");

    aws.s3().deleteObject(r -> r.bucket(aws.bucket()).key(key));
    assertThat(run(query)).containsExactly("  stocklevelchange", "  0 rows");
  }

  @Test
  void aCsvHasAllRowsWithoutValuesAsEmptyCells() throws Exception {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    PrintStream standard = System.out;
    System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
    try {
      run("select 'a,b' as x, null as y, n from range(1001) as t(n) order by n;", "--csv");
    } finally {
      System.setOut(standard);
    }
    List<String> lines = out.toString(StandardCharsets.UTF_8).lines().toList();
    assertThat(lines).hasSize(1_002).startsWith("x,y,n", "\"a,b\",,0", "\"a,b\",,1");
  }

  @Test
  void aTableShowsTheFirstThousandRows() throws Exception {
    List<String> lines = run("select n from range(1001) as t(n) order by n");
    assertThat(lines)
        .hasSize(1_002)
        .endsWith("  999", "  1,001 rows (the first 1,000; --csv prints all)");
  }

  @Test
  void onlyTheRequestedDaysAreRead() throws Exception {
    assertThat(run(SUM, "--from", "2026/01/06", "--to", "2026/01/06"))
        .containsExactly("  day         units", "  2026/01/06      7", "  1 row");
    assertThatThrownBy(() -> run(SUM, "--from", "yesterday"))
        .hasMessageContaining("'--from': \"yesterday\" is not a day: write one as yyyy/MM/dd");
  }

  @Test
  void filesLargerThanTheLimitAreNotCopied() throws Exception {
    assertThatThrownBy(() -> run(SUM, "--max-size", "0"))
        .isInstanceOf(LaunchException.class)
        .hasMessageContaining("--max-size: choose days with --from and --to");
  }

  @Test
  void aQueryThatIsWrongSaysWhy() throws Exception {
    assertThatThrownBy(() -> run("select * from inventory_fils"))
        .isInstanceOf(LaunchException.class)
        .hasMessageContaining("inventory_fils");
  }

  private List<String> run(String query, String... options) throws Exception {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Terminal terminal = new Terminal(new PrintStream(out, true, StandardCharsets.UTF_8), false);
    SqlCommand command = new SqlCommand(terminal);
    new CommandLine(command)
        .parseArgs(
            Stream.concat(Stream.of(query, "--state", folder.toString()), Stream.of(options))
                .toArray(String[]::new));
    assertThat(command.call()).isZero();
    return out.toString(StandardCharsets.UTF_8).lines().toList();
  }
}
