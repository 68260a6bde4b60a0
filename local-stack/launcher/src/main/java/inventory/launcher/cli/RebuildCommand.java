package inventory.launcher.cli;

import inventory.stack.ValidationWorker;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Recomputes every level from the files. */
@Command(
    name = "rebuild",
    description =
        "Recompute every level from the files in the bucket of a running environment, and report"
            + " differences.",
    exitCodeOnExecutionException = ValidationWorker.NOT_DONE,
    exitCodeListHeading = "Exit codes:%n",
    exitCodeList = {
      "0:every level is the sum of the files",
      "1:there were differences; they are printed",
      "2:the rebuild failed; the reason is printed"
    })
final class RebuildCommand implements Callable<Integer> {

  @ArgGroup(multiplicity = "1")
  private Mode mode;

  @Option(
      names = "--note",
      paramLabel = "TEXT",
      defaultValue = "",
      description = "Why the levels are corrected, for the audit.")
  private String note;

  @Mixin private EnvironmentOptions options;

  /** What to do about differences. */
  private static final class Mode {

    // Its only use is that it excludes the other one.
    @SuppressWarnings("UnusedVariable")
    @Option(names = "--check", required = true, description = "Only print the differences.")
    private boolean check;

    @Option(
        names = "--fix",
        required = true,
        description = "Also correct the levels, each with a movement that records the correction.")
    private boolean fix;
  }

  @Override
  public Integer call() throws Exception {
    List<String> words = new ArrayList<>(List.of("rebuild", mode.fix ? "--fix" : "--check"));
    if (mode.fix) {
      words.addAll(List.of("--by", System.getProperty("user.name"), "--note", note));
    }
    return ValidateCommand.runWorker(
        options, options.programVariables(System.getenv()), words.toArray(String[]::new));
  }
}
