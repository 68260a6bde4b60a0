package inventory.launcher.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

class GenerateOptionsTest {

  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          generate files --rate 500                  | "500" is not a rate: write 500/s or 30/min
          generate files --rate 0/s                  | "0/s" is not a rate
          generate files --duplicates 5              | "5" is not a share: write a percentage
          generate counts --malformed 101%           | "101%" is not a share
          generate events --late -1%                 | "-1%" is not a share
          generate files --zipf -1                   | --zipf is -1.0: it must be from 0 to 10
          generate events --zipf NaN                 | --zipf is NaN: it must be from 0 to 10
          generate files --files 0                   | --files is 0: it must be from 1 to 1000000
          generate files --rows -4                   | --rows is -4: it must be from 1 to
          generate events --events 0                 | --events is 0: it must be from 1 to
          generate counts --warehouses 0             | --warehouses is 0: it must be from 1 to 1000
          generate counts --items 0                  | --items is 0: it must be from 1 to 1000000
          generate files --warehouse-prefix=         | --warehouse-prefix is empty: omit it
          generate files --start yesterday           | "yesterday" is not a time: write one in UTC
          generate files --start 1969-01-01T00:00:00Z | is not between 1971-01-01T00:00:00Z and
          generate thresholds --files 9000           | in the future: use fewer or an earlier
          generate counts --start 2026-01-01T00:00:00Z | Unknown option
          generate                                   | Missing required subcommand
          verify totals.json --wait 60               | "60" is not a duration: write 500ms, 60s or 5m
          verify                                     | Missing required parameter: 'TOTALS'
          """)
  void aWrongValueIsRejectedWithTheExpectedForm(String command, String message) {
    StringWriter errors = new StringWriter();
    int exitCode =
        Main.commandLine().setErr(new PrintWriter(errors, true)).execute(command.split(" "));
    assertThat(errors.toString()).contains(message);
    assertThat(exitCode).isEqualTo(CommandLine.ExitCode.USAGE);
  }

  @Test
  void eachKindOfDataHasItsOwnWarehousesAndAPrefixSeparatesRuns() throws IOException {
    assertThat(warehouses("files")).containsExactly("Warehouse 1", "Warehouse 2", "Warehouse 3");
    assertThat(warehouses("counts")).containsExactly("Store 1", "Store 2", "Store 3");
    assertThat(warehouses("events")).containsExactly("ONLINE", "Shop 2", "Shop 3");
    for (String kind : List.of("files", "counts", "events")) {
      assertThat(warehouses(kind, "--warehouse-prefix", "Köln", "--warehouses", "2"))
          .containsExactly("Köln 1", "Köln 2");
    }
  }

  @Test
  void aMissingTotalsFolderIsReportedBeforeAnythingIsGenerated() {
    StringWriter errors = new StringWriter();
    Path totals = folder.resolve("none/totals.json");
    int exitCode =
        Main.commandLine()
            .setErr(new PrintWriter(errors, true))
            .execute(
                "generate",
                "files",
                "--to",
                folder.resolve("out").toString(),
                "--totals",
                totals.toString());
    assertThat(exitCode).isEqualTo(1);
    assertThat(errors.toString()).contains("but its folder does not exist: create it");
    assertThat(folder.resolve("out")).doesNotExist();
  }

  @Test
  void invalidTotalsCannotBeVerified() throws IOException {
    Path file = folder.resolve("totals.json");
    assertThat(verify(file)).contains("does not exist: write it with ./inventory generate");
    Files.writeString(file, "<html>");
    assertThat(verify(file)).contains("was not written by ./inventory generate");
    Files.writeString(
        file,
        "{\"version\":2,\"kind\":\"files\",\"seed\":1,\"facts\":0,\"duplicates\":0,\"late\":0,\"malformed\":0}");
    assertThat(verify(file)).contains("has version 2, but this program reads version 1");
  }

  private static String verify(Path file) {
    StringWriter errors = new StringWriter();
    int exitCode =
        Main.commandLine().setErr(new PrintWriter(errors, true)).execute("verify", file.toString());
    assertThat(exitCode).isEqualTo(2);
    return errors.toString();
  }

  private List<String> warehouses(String kind, String... more) throws IOException {
    Path totals = folder.resolve("totals.json");
    List<String> arguments =
        new ArrayList<>(
            List.of("generate", kind, "--items", "10", "--to", folder.resolve("out").toString()));
    arguments.addAll(List.of("--totals", totals.toString()));
    arguments.addAll(List.of(more));
    assertThat(Main.commandLine().execute(arguments.toArray(String[]::new))).isZero();
    return new JsonMapper()
        .readTree(totals.toFile()).get("levels").findValues("warehouse").stream()
            .map(JsonNode::asText)
            .distinct()
            .toList();
  }
}
