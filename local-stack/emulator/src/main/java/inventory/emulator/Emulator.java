package inventory.emulator;

import inventory.emulator.s3.S3Service;
import inventory.emulator.smtp.SmtpService;
import inventory.emulator.sqs.QueueSender;
import inventory.emulator.sqs.SqsService;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.URI;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;

/** Starts the embedded AWS, says where it is, and runs until it is told to stop. */
public final class Emulator {

  private static final Logger LOG = LoggerFactory.getLogger(Emulator.class);

  private static final int FAILED = 1;

  private final Options options;
  private final Environment environment;
  private final Deque<Service> running = new ConcurrentLinkedDeque<>();

  private Emulator(Options options, Environment environment) {
    this.options = options;
    this.environment = environment;
  }

  /**
   * Prints one line {@code ready {"s3":"http://…",…}} when all services answer. Exits with 1 and a
   * message if one cannot start, with 2 if the command line is wrong.
   */
  public static void main(String[] args) {
    Options options = new Options();
    CommandLine commandLine = new CommandLine(options);
    try {
      commandLine.parseArgs(args);
    } catch (CommandLine.ParameterException e) {
      System.err.println(e.getMessage());
      commandLine.usage(System.err);
      System.exit(CommandLine.ExitCode.USAGE);
    }
    if (commandLine.isUsageHelpRequested()) {
      commandLine.usage(System.out);
      return;
    }
    run(options);
  }

  private static void run(Options options) {
    try {
      Emulator emulator = new Emulator(options, Environment.of(System.getenv()));
      Runtime.getRuntime().addShutdownHook(new Thread(emulator::stop, "stop"));
      Map<String, URI> endpoints = emulator.start();
      System.out.println("ready " + Endpoints.json(endpoints));
    } catch (Exception e) {
      System.err.println("emulator: " + reasons(e));
      System.exit(FAILED);
    }
    if (options.stopOnStdinEnd) {
      awaitEnd(System.in);
      System.exit(0);
    }
  }

  /** What went wrong, and why, and why that. */
  private static String reasons(Throwable failure) {
    return Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
        .map(cause -> cause.getMessage() == null ? cause.toString() : cause.getMessage())
        .collect(Collectors.joining("; because of "));
  }

  private Map<String, URI> start() throws Exception {
    InetAddress host = InetAddress.getByName(options.host);
    if (options.data().isPresent()) {
      // Pushed first, so that it is the last to be let go of.
      running.push(DataFolder.lock(options.data().get()));
    }
    Map<String, Integer> ports = Ports.claim(host, wantedPorts());
    URI sqs = Endpoints.http(host, ports.get("sqs"));
    running.push(SqsService.start(sqs, environment, options.data()));
    running.push(
        S3Service.start(
            Endpoints.http(host, ports.get("s3")),
            environment,
            options.data(),
            new QueueSender(sqs)));
    running.push(SmtpService.start(host, ports.get("smtp"), options.mail()));
    return Endpoints.of(host, ports);
  }

  private Map<String, Integer> wantedPorts() {
    Map<String, Integer> wanted = new LinkedHashMap<>();
    wanted.put("s3", options.s3Port);
    wanted.put("sqs", options.sqsPort);
    wanted.put("smtp", options.smtpPort);
    return wanted;
  }

  private void stop() {
    while (!running.isEmpty()) {
      try {
        running.pop().stop();
      } catch (Exception e) {
        LOG.error("A service did not stop cleanly; what it had acknowledged is on disk", e);
      }
    }
  }

  private static void awaitEnd(InputStream stdin) {
    try {
      stdin.transferTo(OutputStream.nullOutputStream());
    } catch (IOException e) {
      LOG.warn("Standard input broke, which is taken for its end", e);
    }
  }
}
