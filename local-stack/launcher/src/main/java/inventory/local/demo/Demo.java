package inventory.local.demo;

import inventory.local.aws.AwsClients;
import inventory.local.process.LaunchException;
import inventory.local.process.Stack;
import inventory.local.terminal.Terminal;
import inventory.local.terminal.Terminal.Style;
import inventory.model.StockKey;
import inventory.model.resource.Queues;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/** Drops files whose sums are known, shows what comes of them, and checks every level. */
public final class Demo {

  private static final String COUNTED = Generator.WAREHOUSES.get(0);
  private static final String SHOWN_ITEM = "a123v5";
  private static final long MORE_THAN = 20;
  private static final int MAIL_POLLS = 300;
  private static final long POLL_MILLIS = 200;

  private final Stack stack;
  private final Terminal terminal;
  private final ReportingClient reports;
  private final DemoReport report;

  /** Prepares a demonstration on an environment that is running and empty. */
  public Demo(Stack stack, Terminal terminal) {
    this.stack = stack;
    this.terminal = terminal;
    this.reports = new ReportingClient(stack.api());
    this.report = new DemoReport(terminal);
  }

  /**
   * Runs it.
   *
   * @param seed what the generated day follows from
   * @throws LaunchException if any level, total or file is not as it should be
   */
  public void run(long seed) throws InterruptedException, IOException, MessagingException {
    try (AwsClients clients = AwsClients.of(stack.environment())) {
      Drops drops = new Drops(clients, stack.names().bucket(), reports, terminal);
      terminal.heading("Dropping the customer's samples and a generated day (seed " + seed + ")");
      dropAll(drops, seed);
      awaitAlerts(clients);
      show(drops);
      check(drops);
    }
  }

  private void dropAll(Drops drops, long seed) throws InterruptedException {
    Generator generator = new Generator(seed, LocalDate.now(ZoneOffset.UTC).minusDays(1));
    drops.drop(List.of(Samples.transactions(), Samples.counts(), generator.delivery()));
    List<DemoFile> sales = generator.sales();
    drops.drop(sales);
    DemoFile sentAgain = sales.get(0).duplicate("inventory_files/sent_again.csv");
    drops.drop(List.of(sentAgain, generator.count(COUNTED)));
    // Later than the count, and so on top of it.
    drops.drop(List.of(generator.salesFrom(Instant.now(), COUNTED)));
  }

  /** An alert's message is deleted when its e-mail was taken: an empty queue means all is told. */
  private void awaitAlerts(AwsClients clients) throws InterruptedException {
    String name = stack.names().queue(Queues.ALERT);
    String url = clients.sqs().getQueueUrl(r -> r.queueName(name)).queueUrl();
    for (int poll = 0; poll < MAIL_POLLS; poll++) {
      Map<QueueAttributeName, String> attributes =
          clients
              .sqs()
              .getQueueAttributes(
                  r ->
                      r.queueUrl(url)
                          .attributeNames(
                              QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES,
                              QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_NOT_VISIBLE))
              .attributes();
      if (attributes.values().stream().allMatch("0"::equals)) {
        return;
      }
      terminal.status("  waiting for the last e-mails");
      TimeUnit.MILLISECONDS.sleep(POLL_MILLIS);
    }
    throw new LaunchException("alert-service has not told all: messages are left in " + name);
  }

  private void show(Drops drops) throws InterruptedException, IOException, MessagingException {
    report.items("All items in " + COUNTED, reports.items(COUNTED));
    report.items(
        "Items in %s with more than %d in stock".formatted(COUNTED, MORE_THAN),
        reports.items(COUNTED, MORE_THAN));
    report.total(reports.item(SHOWN_ITEM));
    report.letters(new Mailbox(stack.state().mail()).letters());
    report.files(drops.records());
  }

  private void check(Drops drops) throws InterruptedException {
    Map<StockKey, BigInteger> expected = drops.expected().levels();
    Comparison comparison = new Comparison();
    int levels = comparison.levels(reports, expected);
    int totals = comparison.totals(reports, expected);
    int files = comparison.files(drops);
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
