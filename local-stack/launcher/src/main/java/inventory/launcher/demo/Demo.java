package inventory.launcher.demo;

import inventory.launcher.terminal.Terminal;
import inventory.launcher.terminal.Terminal.Style;
import inventory.launcher.validation.ValidationRun;
import inventory.model.StockKey;
import inventory.model.StockState;
import inventory.model.resource.Queues;
import inventory.stack.LaunchException;
import inventory.stack.MailSettings;
import inventory.stack.Stack;
import inventory.stack.aws.AwsClients;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/** Drops files whose sums are known, shows what comes of them, and checks every level. */
public final class Demo {

  private static final String COUNTED = Generator.WAREHOUSES.get(0);
  private static final String SHOWN_ITEM = "a123v5";
  private static final long MORE_THAN = 20;
  // In the order in which messages pass them: who looks in this order overlooks none.
  private static final List<String> PIPELINE =
      List.of(Queues.INGEST, Queues.THRESHOLD, Queues.ALERT, Queues.FILES, Queues.RUNS);
  private static final int MAIL_POLLS = 300;
  private static final long POLL_MILLIS = 200;

  private final Stack stack;
  private final Terminal terminal;
  private final ReportingClient reports;
  private final DemoReport report;
  private final Mailbox mailbox;

  /** Prepares a demonstration on an environment that is running and empty. */
  public Demo(Stack stack, Terminal terminal) {
    this.stack = stack;
    this.terminal = terminal;
    this.reports = new ReportingClient(stack.api(), stack.token());
    this.report = new DemoReport(terminal);
    this.mailbox = new Mailbox(stack.state().mail());
  }

  /**
   * Runs it.
   *
   * @param seed what the generated day follows from
   * @throws LaunchException if any level, total, threshold, file or e-mail is not as it should be
   */
  public void run(long seed) throws InterruptedException, IOException, MessagingException {
    try (AwsClients clients = AwsClients.of(stack.environment())) {
      Drops drops = new Drops(clients, stack.names().bucket(), reports, terminal);
      Generator generator = new Generator(seed, LocalDate.now(ZoneOffset.UTC).minusDays(1));
      terminal.heading("Dropping the customer's samples and a generated day (seed " + seed + ")");
      dropStock(drops, generator);
      awaitNotices(clients);
      Map<StockKey, StockState> before = drops.thresholds().states(drops.expected().levels());
      int earlier = mailbox.letters().size();
      // Nothing moves any more: what is told from now on is told for the thresholds.
      drops.drop(List.of(generator.thresholds(drops.expected().levels())));
      awaitNotices(clients);
      int later = mailbox.letters().size();
      terminal.status("  validating every transaction");
      ValidationRun run = new DemoValidation(stack, clients).run();
      awaitNotices(clients);
      Mails mails = Mails.of(mailbox.letters(), earlier, later);
      show(drops, mails, run);
      check(drops, before, mails, run);
    }
  }

  /**
   * The letters to purchasing before the thresholds and since, those to operations about files, and
   * all since the validation.
   */
  private record Mails(
      List<Mailbox.Letter> stock,
      List<Mailbox.Letter> thresholds,
      List<Mailbox.Letter> files,
      List<Mailbox.Letter> validation) {

    static Mails of(List<Mailbox.Letter> all, int earlier, int later) {
      return new Mails(
          to(MailSettings.PURCHASING, all.subList(0, earlier)),
          to(MailSettings.PURCHASING, all.subList(earlier, later)),
          to(MailSettings.OPERATIONS, all.subList(0, later)),
          all.subList(later, all.size()));
    }

    private static List<Mailbox.Letter> to(String address, List<Mailbox.Letter> letters) {
      return letters.stream().filter(letter -> letter.to().equals(address)).toList();
    }
  }

  private static void dropStock(Drops drops, Generator generator) throws InterruptedException {
    drops.drop(List.of(Samples.transactions(), Samples.counts(), generator.delivery()));
    List<DemoFile> sales = generator.sales();
    drops.drop(sales);
    DemoFile sentAgain = sales.get(0).duplicate("inventory_files/sent_again.csv");
    drops.drop(List.of(sentAgain, generator.count(COUNTED)));
    // Later than the count, and so on top of it.
    drops.drop(List.of(generator.salesFrom(Instant.now(), COUNTED)));
  }

  /** A message is deleted when all is done that it asks for: empty queues mean that all is told. */
  private void awaitNotices(AwsClients clients) throws InterruptedException {
    List<String> names = PIPELINE.stream().map(stack.names()::queue).toList();
    for (int poll = 0; poll < MAIL_POLLS; poll++) {
      if (names.stream().allMatch(name -> isEmpty(clients.sqs(), name))) {
        return;
      }
      terminal.status("  waiting for the last e-mails");
      TimeUnit.MILLISECONDS.sleep(POLL_MILLIS);
    }
    throw new LaunchException(
        "not all is done: messages are left in one of the queues " + String.join(", ", names));
  }

  private static boolean isEmpty(SqsClient sqs, String name) {
    String url = sqs.getQueueUrl(r -> r.queueName(name)).queueUrl();
    return sqs
        .getQueueAttributes(
            r ->
                r.queueUrl(url)
                    .attributeNames(
                        QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES,
                        QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_NOT_VISIBLE))
        .attributes()
        .values()
        .stream()
        .allMatch("0"::equals);
  }

  private void show(Drops drops, Mails mails, ValidationRun run) throws InterruptedException {
    report.items("All items in " + COUNTED, reports.items(COUNTED));
    report.items(
        "Items in %s with more than %d in stock".formatted(COUNTED, MORE_THAN),
        reports.items(COUNTED, MORE_THAN));
    report.total(reports.item(SHOWN_ITEM));
    report.letters("To purchasing, as stock moved", mails.stock());
    report.letters("To purchasing, as thresholds changed and no stock moved", mails.thresholds());
    report.letters("To operations, of files with problems", mails.files());
    report.files(drops.records());
    report.validation(run, stack.names().bucket());
    report.letters("To operations, of the validation", mails.validation());
  }

  private void check(Drops drops, Map<StockKey, StockState> before, Mails mails, ValidationRun run)
      throws InterruptedException {
    Map<StockKey, BigInteger> expected = drops.expected().levels();
    Comparison comparison = new Comparison();
    int levels = comparison.levels(reports, expected, drops.thresholds());
    int totals = comparison.totals(reports, expected);
    int files = comparison.files(drops);
    Map<StockKey, StockState> worse = drops.thresholds().states(expected);
    worse.keySet().removeIf(key -> !worse.get(key).isWorseThan(before.get(key)));
    comparison.told(before, StockMention.in(mails.stock()));
    comparison.toldByThresholds(worse, StockMention.in(mails.thresholds()));
    comparison.problems(drops.dropped().values(), mails.files());
    comparison.validation(run, drops.dropped().values(), mails.validation());
    if (!comparison.differences().isEmpty()) {
      throw new LaunchException(
          "the reports are not what the files add up to:\n  "
              + String.join("\n  ", comparison.differences()));
    }
    terminal.line();
    terminal.line(
        terminal.styled(
            Style.GOOD,
            "✓ %d levels, %d totals and %d files are exactly what the files add up to."
                .formatted(levels, totals, files)));
  }
}
