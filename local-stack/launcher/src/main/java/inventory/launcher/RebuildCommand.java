package inventory.launcher;

import inventory.stack.ValidationWorker;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Holds every level against the files, and mends it if that is wanted. */
@Command(
    name = "rebuild",
    sortOptions = false,
    description =
        "Compute every level from the files in the bucket, in an environment that is running.",
    exitCodeOnExecutionException = ValidationWorker.NOT_DONE,
    exitCodeListHeading = "Exit codes:%n",
    exitCodeList = {
      "0:every level is what the files add up to",
      "1:there were differences; they are printed",
      "2:it could not be done; the reason is printed"
    })
final class RebuildCommand implements Callable<Integer> {

  @ArgGroup(multiplicity = "1")
  private Mode mode;

  @Mixin private EnvironmentOptions options;

  /** What is to be done about differences. */
  private static final class Mode {

    // It is enough that it excludes the other.
    @SuppressWarnings("UnusedVariable")
    @Option(names = "--check", required = true, description = "Print the differences.")
    private boolean check;

    @Option(
        names = "--fix",
        required = true,
        description = "Print them and write the levels, each with a movement that says so.")
    private boolean fix;
  }

  @Override
  public Integer call() throws Exception {
    ValidationStart start = new ValidationStart(options, options.programVariables(System.getenv()));
    return start.run("rebuild", mode.fix ? "--fix" : "--check");
  }
}
