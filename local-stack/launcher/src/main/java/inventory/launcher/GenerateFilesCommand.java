package inventory.launcher;

import inventory.launcher.generate.FileDrop;
import inventory.launcher.generate.Recipe;
import inventory.launcher.generate.TransactionFiles;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Makes transaction files. */
@Command(
    name = "files",
    sortOptions = false,
    description = "Make transaction files in all delimiters: deliveries and sales.")
final class GenerateFilesCommand implements Callable<Integer> {

  private static final int MAX_FILES = 1_000_000;
  private static final int MAX_ROWS = 10_000_000;

  @Option(
      names = "--files",
      paramLabel = "N",
      defaultValue = "10",
      description = "How many files, one for each five minutes (${DEFAULT-VALUE}).")
  private int files;

  @Option(
      names = "--rows",
      paramLabel = "N",
      defaultValue = "1000",
      description = "How many rows each has (${DEFAULT-VALUE}).")
  private int rows;

  @Mixin private GenerateOptions options;

  @Mixin private TimelineOptions timeline;

  @Mixin private GenerateOutput output;

  @Override
  public Integer call() throws Exception {
    options.require("--files", files, MAX_FILES);
    options.require("--rows", rows, MAX_ROWS);
    Recipe recipe = options.recipe("Warehouse", timeline.start(), timeline.zipf(), timeline.late());
    output.files(
        files,
        (target, progress) ->
            new TransactionFiles(recipe, files, rows)
                .drop(new FileDrop(target, output.rate(), progress)));
    return 0;
  }
}
