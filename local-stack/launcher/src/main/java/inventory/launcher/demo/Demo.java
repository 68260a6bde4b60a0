package inventory.launcher.demo;

import inventory.launcher.demo.Mailbox.Letter;
import inventory.launcher.dlq.DeadLetters;
import inventory.launcher.dlq.DeadLetters.Counts;
import inventory.launcher.dlq.DeadLetters.Queue;
import inventory.launcher.generate.FileDrop;
import inventory.launcher.generate.FileDrop.FileTarget;
import inventory.launcher.generate.Pace;
import inventory.launcher.generate.Totals;
import inventory.launcher.terminal.Terminal;
import inventory.launcher.verify.ReportingClient;
import inventory.launcher.verify.Verification;
import inventory.model.FileKind;
import inventory.model.RunState;
import inventory.model.freshness.Freshness;
import inventory.model.freshness.dynamodb.FreshnessItem;
import inventory.model.resource.Queues;
import inventory.model.table.OutboxItem;
import inventory.stack.LaunchException;
import inventory.stack.LocalEnvironment;
import inventory.stack.ValidationWorker;
import inventory.stack.aws.AwsClients;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import picocli.CommandLine.Help.Ansi.Style;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * Uploads files with known sums, shows what the system makes of them, and verifies every number.
 */
public final class Demo {

  private static final String SHOWN_ITEM = "a123v5";
  private static final String SILENT = "Rostock 7";
  private static final long MORE_THAN = 20;
  // In the order in which messages pass them: looking in this order overlooks none.
  private static final List<String> PIPELINE =
      List.of(Queues.INGEST, Queues.THRESHOLD, Queues.ALERT, Queues.FILES, Queues.RUNS);
  private static final Set<FileKind> SETTINGS =
      EnumSet.of(FileKind.THRESHOLDS, FileKind.RECIPIENTS);
  private static final Duration DIGEST = Duration.ofMinutes(1);
  private static final long POLL_MILLIS = 200;

  private final LocalEnvironment stack;
  private final Terminal terminal;
  private final ReportingClient reports;
  private final DemoReport report;
  private final Mailbox mailbox;
  private final Duration patience;
  private final LocalDate firstDay = LocalDate.now(ZoneOffset.UTC);

  /**
   * Prepares a demonstration in a running, empty environment.
   *
   * @param patience how long to wait for each step at most
   */
  public Demo(LocalEnvironment stack, Terminal terminal, Duration patience) {
    this.stack = stack;
    this.terminal = terminal;
    this.reports = new ReportingClient(stack.api(), stack.token());
    this.report = new DemoReport(terminal);
    this.mailbox = new Mailbox(stack.state().mail());
    this.patience = patience;
  }

  /**
   * Runs the demonstration.
   *
   * @param seed seed of the generated files
   * @throws LaunchException if a level, total, threshold, file or validation is not as expected
   */
  public void run(long seed) throws Exception {
    try (AwsClients clients = AwsClients.of(stack.environment())) {
      DeadLetters queues = new DeadLetters(clients, stack.names(), Duration.ZERO);
      FileTarget bucket = FileTarget.bucket(clients.s3(), stack.names().bucket());
      FileDrop drop = new FileDrop(bucket, Pace.unlimited(), () -> {});
      Instant start = firstDay.minusDays(1).atTime(LocalTime.of(8, 0)).toInstant(ZoneOffset.UTC);
      DemoFiles files = new DemoFiles(seed, start, drop);
      terminal.heading("Uploading the customer's samples and a generated day (seed " + seed + ")");
      files.recipients();
      awaitFinished(drop);
      Samples.drop(drop);
      files.delivery();
      files.twoWeeks();
      silence(clients.dynamoDb());
      awaitFinished(drop);
      files.sales();
      awaitFinished(drop);
      files.count();
      awaitFinished(drop);
      files.salesAfterCount();
      awaitFinished(drop);
      awaitMails(queues, clients.dynamoDb());
      int stockMails = letters().size();
      files.thresholds();
      awaitFinished(drop);
      awaitMails(queues, clients.dynamoDb());
      int fileMails = letters().size();
      awaitDigests(clients.dynamoDb());
      terminal.status("  validating every transaction");
      ReportingClient.Run run = validate();
      awaitMails(queues, clients.dynamoDb());
      int runMails = letters().size();
      order(drop);
      awaitMails(queues, clients.dynamoDb());
      await(
          () -> mailbox.letters().stream().anyMatch(Demo::isAboutSilence),
          "no silence is reported");
      show(stockMails, fileMails, runMails, run);
      verify(drop.totals(Totals.Kind.FILES, seed), run);
    }
  }

  /** A warehouse that sent a file each day, until six days ago. */
  private void silence(DynamoDbClient dynamoDb) {
    Instant last = firstDay.minusDays(6).atTime(LocalTime.of(8, 0)).toInstant(ZoneOffset.UTC);
    Freshness freshness = Freshness.first(last);
    for (int day = 1; day < 7; day++) {
      freshness = freshness.after(last.minus(Duration.ofDays(day)));
    }
    FreshnessItem item = new FreshnessItem(SILENT, freshness, Optional.empty(), 0);
    dynamoDb.putItem(
        p -> p.tableName(stack.names().table()).item(item.put(stack.names().table()).item()));
  }

  /** After the validation has closed the days of two weeks, a threshold calls for an order. */
  private void order(FileDrop drop) throws InterruptedException {
    String item = DemoFiles.STEADY.id();
    reports.setThreshold(item, DemoFiles.SELLING, 25, 50, "sale from Monday");
    drop.threshold(new Totals.Threshold(item, DemoFiles.SELLING, 25));
  }

  /** All e-mails but the one about silence, which may come at any time. */
  private List<Letter> letters() throws Exception {
    return mailbox.letters().stream().filter(letter -> !isAboutSilence(letter)).toList();
  }

  private static boolean isAboutSilence(Letter letter) {
    return letter.subject().contains(SILENT);
  }

  private void awaitFinished(FileDrop drop) throws Exception {
    await(
        () -> {
          long finished = records().stream().filter(file -> file.status().finished()).count();
          terminal.status(
              "  %s %d of %d files processed"
                  .formatted(Terminal.bar(finished, drop.files()), finished, drop.files()));
          return finished == drop.files();
        },
        "not all files are processed");
  }

  /** With empty queues, all e-mails are in the outbox. */
  private void awaitMails(DeadLetters queues, DynamoDbClient dynamoDb) throws Exception {
    List<Queue> pipeline =
        PIPELINE.stream()
            .map(stack.names()::queue)
            .flatMap(name -> queues.find(name).stream())
            .toList();
    await(
        () -> {
          terminal.status("  waiting for the last e-mails");
          return pipeline.stream().map(queues::counts).allMatch(Counts::isEmpty)
              && isOutboxEmpty(dynamoDb, Instant.now());
        },
        "not all messages are processed in the queues "
            + String.join(", ", PIPELINE)
            + ", or not all e-mails were sent");
  }

  /** A digest is due at the next full minute, and the escalation of what it says soon after. */
  private void awaitDigests(DynamoDbClient dynamoDb) throws Exception {
    await(
        () -> {
          terminal.status("  waiting for the next digest");
          return isOutboxEmpty(dynamoDb, Instant.now().plus(DIGEST));
        },
        "not all digests were sent");
  }

  private void await(Callable<Boolean> condition, String problem) throws Exception {
    long deadline = System.nanoTime() + patience.toNanos();
    while (!condition.call()) {
      if (System.nanoTime() - deadline > 0) {
        throw new LaunchException(problem + " after " + patience.toSeconds() + " s");
      }
      TimeUnit.MILLISECONDS.sleep(POLL_MILLIS);
    }
  }

  private boolean isOutboxEmpty(DynamoDbClient dynamoDb, Instant until) {
    return dynamoDb.query(OutboxItem.anyDue(stack.names().table(), until)).count() == 0;
  }

  /** The records of all files, in the order of their arrival. */
  private List<ReportingClient.File> records() throws InterruptedException {
    List<ReportingClient.File> records = new ArrayList<>();
    LocalDate today = LocalDate.now(ZoneOffset.UTC);
    for (LocalDate day = firstDay; !day.isAfter(today); day = day.plusDays(1)) {
      records.addAll(reports.files(day));
    }
    records.sort(Comparator.comparing(file -> Instant.parse(file.receivedAt())));
    return records;
  }

  private ReportingClient.Run validate() throws IOException, InterruptedException {
    int exitCode = stack.startValidation().waitFor();
    Optional<ReportingClient.Run> run = reports.latestRun();
    boolean hasFindings = run.filter(r -> r.findings().total() > 0).isPresent();
    int expected = hasFindings ? ValidationWorker.FINDINGS : ValidationWorker.WELL;
    if (run.isEmpty() || exitCode != expected) {
      throw new LaunchException(
          "the validation ended with exit code %d and the record %s; its log is in %s"
              .formatted(exitCode, run, stack.state().logs()));
    }
    return run.get();
  }

  /** Shows the reports and the e-mails before, because of and after the changed thresholds. */
  private void show(int stockMails, int fileMails, int runMails, ReportingClient.Run run)
      throws Exception {
    List<Letter> letters = letters();
    report.items("All items in " + DemoFiles.COUNTED, reports.items(DemoFiles.COUNTED));
    report.items(
        "Items in %s with more than %d units".formatted(DemoFiles.COUNTED, MORE_THAN),
        reports.items(DemoFiles.COUNTED, MORE_THAN));
    report.total(reports.item(SHOWN_ITEM).orElseThrow());
    report.letters(
        "E-mails to purchasing after stock changed",
        to(LocalEnvironment.PURCHASING, letters.subList(0, stockMails)));
    report.letters(
        "E-mails to purchasing after only thresholds changed",
        to(LocalEnvironment.PURCHASING, letters.subList(stockMails, fileMails)));
    report.letters(
        "E-mails to the recipients that a rule names for " + DemoFiles.COUNTED,
        to(DemoFiles.BUYER, letters));
    report.letters(
        "E-mails about alerts that nobody has acknowledged", to(DemoFiles.HEAD, letters));
    report.letters(
        "E-mails to operations about files with problems",
        to(LocalEnvironment.OPERATIONS, letters.subList(0, fileMails)));
    report.files(records());
    report.validation(run, stack.names().bucket());
    report.letters(
        "E-mails to operations about the validation",
        to(LocalEnvironment.OPERATIONS, letters.subList(fileMails, runMails)));
    report.letters(
        "E-mails to purchasing after an operator set a threshold with a level to order up to",
        to(LocalEnvironment.PURCHASING, letters.subList(runMails, letters.size())));
    report.letters(
        "E-mails to operations about a warehouse that is silent",
        mailbox.letters().stream().filter(Demo::isAboutSilence).toList());
  }

  private static List<Letter> to(String address, List<Letter> letters) {
    return letters.stream().filter(letter -> letter.to().equals(address)).toList();
  }

  private void verify(Totals totals, ReportingClient.Run run) throws InterruptedException {
    List<String> differences = new ArrayList<>(new Verification(reports, totals).differences());
    List<Totals.File> files = totals.files();
    long validated = files.stream().filter(file -> !SETTINGS.contains(file.kind())).count();
    if (run.state() != RunState.COMPLETED || run.progress().files() != validated) {
      differences.add(
          "the validation is %s, but %d files were to validate".formatted(run, validated));
    }
    // Every finding is a file with bad rows: no level and no movement is wrong.
    long rejected = files.stream().filter(file -> file.rowsRejected() > 0).count();
    Map<String, Long> found = run.findings().byCheck();
    if (!List.of(0L, 0L, rejected)
        .equals(
            Stream.of("movements", "level", "rejected")
                .map(c -> found.getOrDefault(c, 0L))
                .toList())) {
      differences.add("the findings are %s, but %d files have bad rows".formatted(found, rejected));
    }
    if (!differences.isEmpty()) {
      throw new LaunchException(
          "the reports differ from the sums of the files:\n  " + String.join("\n  ", differences));
    }
    String result =
        "✓ %d levels and %d files are exactly what the files add up to."
            .formatted(totals.levels().size(), files.size());
    terminal.line("");
    terminal.line(terminal.styled(Style.fg_green, result));
  }
}
