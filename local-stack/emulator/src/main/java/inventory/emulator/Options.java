package inventory.emulator;

import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The command line. */
@Command(
    name = "emulator",
    description = "S3, SQS and SMTP in one process, for development and test only.",
    footer =
        "Requests to S3 must be signed with AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY of the"
            + " environment. AWS_REGION names the region (us-east-1 if unset).")
final class Options {

  @Option(names = "--help", usageHelp = true, description = "Print this.")
  boolean help;

  @Option(
      names = "--host",
      defaultValue = "127.0.0.1",
      description = "Address to listen on (${DEFAULT-VALUE}).")
  String host = "";

  @Option(names = "--s3-port", required = true, description = "Port of S3; 0 takes a free one.")
  int s3Port;

  @Option(names = "--sqs-port", required = true, description = "Port of SQS; 0 takes a free one.")
  int sqsPort;

  @Option(names = "--smtp-port", required = true, description = "Port of SMTP; 0 takes a free one.")
  int smtpPort;

  @Option(
      names = "--data",
      description = "Folder to keep everything in. Without it, all is gone when the process ends.")
  private Path data;

  @Option(
      names = "--mail",
      description = "Folder in which each delivered e-mail becomes one .eml file.")
  private Path mail;

  @Option(
      names = "--stop-on-stdin-end",
      description =
          "End when standard input ends, that is when the process that started this died.")
  boolean stopOnStdinEnd;

  Optional<Path> data() {
    return Optional.ofNullable(data);
  }

  Optional<Path> mail() {
    return Optional.ofNullable(mail);
  }
}
