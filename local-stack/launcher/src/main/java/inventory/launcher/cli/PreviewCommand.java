package inventory.launcher.cli;

import com.fasterxml.jackson.databind.JsonNode;
import inventory.launcher.terminal.Terminal;
import inventory.launcher.terminal.TextTable;
import inventory.stack.LaunchException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Shows what a file would do, if it were uploaded now. */
@Command(
    name = "preview",
    description =
        "Show what a stock file would do in a running environment: what would be rejected, which"
            + " levels would change, and who would be notified. Nothing is written.",
    exitCodeOnExecutionException = PreviewCommand.NOT_DONE,
    exitCodeListHeading = "Exit codes:%n",
    exitCodeList = {
      "0:every row would be applied",
      "1:rows, or the whole file, would not be applied",
      "2:the preview failed; the reason is printed"
    })
final class PreviewCommand implements Callable<Integer> {

  static final int NOT_DONE = 2;

  private static final int MAX_SHOWN = 20;
  private static final String APPLIED = "APPLIED";

  @Parameters(paramLabel = "FILE", description = "The file, at most 4 MB.")
  private Path file;

  @Mixin private EnvironmentOptions environment;

  private final Terminal terminal = Terminal.standard();

  @Override
  public Integer call() throws Exception {
    JsonNode preview = environment.reports().preview(read());
    String status = preview.path("status").asText();
    JsonNode reason = preview.path("reason");
    terminal.line(
        "%s would be %s%s"
            .formatted(
                file,
                status,
                reason.isTextual() ? ": " + Terminal.printable(reason.asText()) : ""));
    terminal.line(
        "%d rows applied, %d of them without effect, %d rejected; %d levels changed, %d not; %d notifications"
            .formatted(
                preview.path("rowsApplied").asLong(),
                preview.path("rowsWithoutEffect").asLong(),
                preview.path("rowsRejected").asLong(),
                preview.path("levelsChanged").asLong(),
                preview.path("levelsUnchanged").asLong(),
                preview.path("notifications").asLong()));
    show(preview, "rejects", "line", "column", "reason");
    show(preview, "levels", "warehouse", "itemId", "from", "to", "rows");
    show(preview, "alerts", "warehouse", "itemId", "from", "to", "stockLevel", "recipients");
    return status.equals(APPLIED) ? 0 : 1;
  }

  private byte[] read() throws IOException {
    try {
      return Files.readAllBytes(file);
    } catch (NoSuchFileException e) {
      throw new LaunchException(file + " does not exist", e);
    }
  }

  private void show(JsonNode preview, String list, String... fields) {
    JsonNode entries = preview.path(list);
    if (entries.isEmpty()) {
      return;
    }
    terminal.heading(list);
    TextTable table = new TextTable(fields);
    int shown = Math.min(MAX_SHOWN, entries.size());
    for (int i = 0; i < shown; i++) {
      List<String> cells = new ArrayList<>();
      for (String field : fields) {
        cells.add(text(entries.get(i).path(field)));
      }
      table.row(cells.toArray());
    }
    table.print(terminal);
    if (shown < entries.size()) {
      terminal.line("and " + (entries.size() - shown) + " more");
    }
  }

  /** The rules' names; without one, purchasing is notified. */
  private static String text(JsonNode value) {
    if (!value.isArray()) {
      return value.isNull() ? "" : value.asText();
    }
    List<String> rules = new ArrayList<>();
    value.forEach(recipients -> rules.add(recipients.path("rule").asText()));
    return rules.isEmpty() ? "purchasing" : String.join(", ", rules);
  }
}
