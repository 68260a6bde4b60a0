package inventory.launcher;

import inventory.launcher.generate.FileDrop;
import inventory.launcher.generate.Recipe;
import inventory.launcher.generate.ThresholdFiles;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Makes threshold files. */
@Command(
    name = "thresholds",
    sortOptions = false,
    description =
        "Make threshold files, one a day, for the items and stores of \"generate counts\": reports"
            + " show a threshold beside a level.")
final class GenerateThresholdsCommand implements Callable<Integer> {

  private static final int MAX_FILES = 10_000;

  @Option(
      names = "--files",
      paramLabel = "N",
      defaultValue = "3",
      description = "How many files, one for each day (${DEFAULT-VALUE}).")
  private int files;

  @Option(
      names = "--start",
      paramLabel = "INSTANT",
      defaultValue = TimelineOptions.START,
      converter = Converters.InstantConverter.class,
      description = "The first day (${DEFAULT-VALUE}).")
  private Instant start;

  @Option(
      names = "--late",
      paramLabel = "SHARE",
      defaultValue = "0%",
      converter = Converters.ShareConverter.class,
      description = "How many files come after that of the next day, as 5%% (0%%).")
  private double late;

  @Mixin private GenerateOptions options;

  @Mixin private GenerateOutput output;

  @Override
  public Integer call() throws Exception {
    options.require("--files", files, MAX_FILES);
    Recipe recipe = options.recipe(GenerateCountsCommand.STORE, start, 0, late);
    ThresholdFiles thresholds = new ThresholdFiles(recipe, files);
    if (thresholds.lastDay().isAfter(InstantSource.system().instant())) {
      throw options.wrong(
          "--files is %d, so that the last one is of %s, which is still to come: take fewer, or an earlier --start"
              .formatted(files, thresholds.lastDay()));
    }
    output.files(
        files,
        (target, progress) -> thresholds.drop(new FileDrop(target, output.rate(), progress)));
    return 0;
  }
}
