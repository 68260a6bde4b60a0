package inventory.launcher;

import picocli.CommandLine.Command;

/** Makes what warehouses and web shops send. */
@Command(
    name = "generate",
    description =
        "Make files or events from a seed, and print what the system must arrive at as JSON.",
    subcommands = {
      GenerateFilesCommand.class,
      GenerateCountsCommand.class,
      GenerateThresholdsCommand.class,
      GenerateEventsCommand.class
    })
final class GenerateCommand {}
