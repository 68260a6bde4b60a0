package inventory.emulator;

import inventory.emulator.s3.S3Service;
import inventory.emulator.smtp.SmtpService;
import inventory.emulator.sqs.QueueSender;
import inventory.emulator.sqs.SqsService;
import java.net.URI;
import java.nio.file.Path;
import java.util.Deque;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Starts the emulated services and runs until a signal stops it. */
@Command(
    name = "emulator",
    mixinStandardHelpOptions = true,
    description = "S3, SQS and SMTP in one process, for development and tests only.",
    footer = {
      "Sign requests to S3 with AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY of the environment.",
      "AWS_REGION is the region (default: us-east-1)."
    })
public final class Emulator implements Callable<Integer> {

  private static final Logger LOG = LoggerFactory.getLogger(Emulator.class);

  @Option(
      names = "--host",
      defaultValue = "127.0.0.1",
      description = "Address to listen on (${DEFAULT-VALUE}).")
  private String host;

  @ArgGroup(exclusive = false, heading = "S3 and SQS, both or neither:%n")
  private AwsPorts aws;

  @Option(names = "--smtp-port", required = true, description = "Port of SMTP.")
  private int smtpPort;

  @Option(
      names = "--data",
      description = "Folder for all data. Without it, data is lost when the process ends.")
  private Path data;

  @Option(names = "--mail", description = "Folder in which each e-mail becomes an .eml file.")
  private Path mail;

  private final Deque<AutoCloseable> running = new ConcurrentLinkedDeque<>();

  private static final class AwsPorts {
    @Option(names = "--s3-port", required = true, description = "Port of S3.")
    private int s3;

    @Option(names = "--sqs-port", required = true, description = "Port of SQS.")
    private int sqs;
  }

  private Emulator() {}

  /**
   * Prints {@code ready} when all services answer. Exits with 1 and a message if one cannot start,
   * with 2 if the command line is wrong.
   */
  public static void main(String[] args) {
    System.exit(
        new CommandLine(new Emulator())
            .setExecutionExceptionHandler(
                (failure, command, result) -> {
                  System.err.println("emulator: " + reasons(failure));
                  return CommandLine.ExitCode.SOFTWARE;
                })
            .execute(args));
  }

  /** The messages of a failure and its causes. */
  private static String reasons(Throwable failure) {
    return Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
        .map(cause -> cause.getMessage() == null ? cause.toString() : cause.getMessage())
        .collect(Collectors.joining("; cause: "));
  }

  @Override
  public Integer call() throws Exception {
    Runtime.getRuntime().addShutdownHook(new Thread(this::stop, "stop"));
    Optional<Path> folder = Optional.ofNullable(data);
    if (aws != null) {
      Environment environment = Environment.of(System.getenv());
      URI sqs = http(aws.sqs);
      running.push(SqsService.start(sqs, environment, folder));
      running.push(S3Service.start(http(aws.s3), environment, folder, new QueueSender(sqs)));
    }
    running.push(SmtpService.start(host, smtpPort, Optional.ofNullable(mail)));
    System.out.println("ready");
    // A signal ends the process.
    new CountDownLatch(1).await();
    return CommandLine.ExitCode.OK;
  }

  private URI http(int port) {
    return URI.create("http://" + host + ":" + port);
  }

  private void stop() {
    while (!running.isEmpty()) {
      try {
        running.pop().close();
      } catch (Exception e) {
        LOG.error("A service did not stop cleanly; what it acknowledged is on disk", e);
      }
    }
  }
}
