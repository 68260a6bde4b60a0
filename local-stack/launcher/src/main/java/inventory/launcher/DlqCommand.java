package inventory.launcher;

import picocli.CommandLine.Command;

/** What is done about messages that failed for good. */
@Command(
    name = "dlq",
    description = "Look into the dead-letter queues of a running environment, and empty them.",
    subcommands = {DlqListCommand.class, DlqShowCommand.class, DlqRedriveCommand.class})
final class DlqCommand {}
