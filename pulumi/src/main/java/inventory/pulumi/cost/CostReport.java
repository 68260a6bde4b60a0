package inventory.pulumi.cost;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Writes {@code docs/cost.md}. */
public final class CostReport {

  private static final List<Long> WAREHOUSES = List.of(1L, 100L, 10_000L);
  private static final BigDecimal IDLE_AIM = BigDecimal.TEN;

  private CostReport() {}

  /**
   * Prints the page.
   *
   * @param args none
   */
  public static void main(String[] args) {
    System.out.print(text());
  }

  /** Dollars a month of what is always there, the free part taken off. */
  static BigDecimal idle() {
    return sum(Installed.always(), Use::paid);
  }

  /** The page. */
  static String text() {
    return Stream.of(head(), idlePart(), addedPart(), loadPart(), assumptions(), prices())
        .collect(Collectors.joining("\n"));
  }

  private static String head() {
    return Use.format(
        """
        # What it costs

        This page is what `inventory.pulumi.cost.CostReport` prints, and a test holds it to that; after `mvn -pl pulumi -am package` print it anew with
        `java -cp 'pulumi/target/pulumi-1.0.0-SNAPSHOT.jar:pulumi/target/lib/*' inventory.pulumi.cost.CostReport`. All sums are US dollars a month, before tax, in %s.

        **The prices are AWS's public list prices of %s**, from the pricing page of each service. They change, and differ by region (Frankfurt is some 10 to 20 %%
        dearer): check them at https://calculator.aws before you rely on a sum. What every account has for nothing each month, for ever, is taken off; an account that uses it up
        elsewhere pays the list price.
        """,
        Price.REGION, Price.DATE);
  }

  private static String idlePart() {
    List<Use> always = Installed.always();
    return Use.format(
        """
        ## Idle

        Nothing arrives, nobody looks. No task runs, no stream, no address, no NAT gateway; the table and the queues are on demand.

        %s
        **%s a month**, %s without the free part. %d USD are aimed at. Yearly rotation adds 1.00 for each key in the second year and as much in the third, and nothing later. CloudFront,
        Cognito (10,000 users), budgets, schedules, Glue's and Athena's tables, topics, the API and the function cost nothing while nobody uses them.
        """,
        table(always), Use.text(idle()), Use.text(sum(always, Use::listed)), IDLE_AIM.intValue());
  }

  private static String addedPart() {
    return Use.format(
        """
        ## What two settings add, idle or not

        | setting | what | a month |
        |---|---|---:|
        | `inventory:events` | %s; the managed pipe 0.40 for 1,000,000 requests | %s |
        | `inventory:private` | %s | %s |
        """,
        Installed.stream().get(0).why(),
        Use.text(sum(Installed.stream(), Use::paid)),
        Installed.privateNetwork().get(0).why(),
        Use.text(sum(Installed.privateNetwork(), Use::paid)));
  }

  private static String loadPart() {
    List<Load> loads = WAREHOUSES.stream().map(Load::new).toList();
    StringBuilder text =
        new StringBuilder(
            "## At work\n\nEach warehouse drops a file of "
                + Load.ROWS
                + " rows, all of other items, every five minutes, day and night. After a year of it:\n\n");
    text.append(
        row(
            "",
            loads,
            load ->
                Use.format(
                    "%,d %s",
                    load.warehouses(), load.warehouses() == 1 ? "warehouse" : "warehouses")));
    text.append("|---|").append("---:|".repeat(loads.size())).append('\n');
    text.append(
        row("rows a month, millions", loads, load -> Use.format("%,.1f", load.rows() / 1e6)));
    text.append(row("rows a second", loads, load -> Use.format("%,.1f", load.rowsPerSecond())));
    for (Price price : loads.get(0).uses().stream().map(Use::price).toList()) {
      text.append(row(price.title(), loads, load -> Use.text(of(load, price).paid())));
    }
    text.append(row("what is there when idle", loads, load -> Use.text(idle())));
    text.append(row("**all, a month**", loads, load -> "**" + Use.text(total(load)) + "**"));
    text.append(row("for 1,000,000 rows", loads, load -> Use.text(perMillion(load))));
    text.append(notes(loads));
    return text.toString();
  }

  private static String notes(List<Load> loads) {
    Load last = loads.get(loads.size() - 1);
    return Use.format(
        """

        **Where it goes.** A row that is the only one of its item in its file is a movement and a level, in one transaction, and the level's copy in the index: five write units.
        Rows of an item that a file has several of share these: a file of 1,000,000 rows of 4,000 pairs takes 36 units for 1,000 rows ([benchmark](benchmark.md)), 140 times fewer.
        Who pays for %,d warehouses would begin there: larger files, less often.

        **What does not fit.** At %,d warehouses the nightly validation, which by requirement V1 takes one transaction after the other, would need %,.0f hours for a day's rows; at 100 it takes %.1f.
        A table on demand takes 40,000 write units a second until AWS is asked for more, and %,d are needed on average. Tasks of ingest-service are at most 4 until `inventory:maxIngestTasks` says more: %,d are needed.
        """,
        last.warehouses(),
        last.warehouses(),
        last.checkHoursPerDay(),
        loads.get(1).checkHoursPerDay(),
        Math.round(last.rowsPerSecond() * Load.WRITE_UNITS / 1_000),
        last.ingestTasks());
  }

  private static String assumptions() {
    Load load = new Load(1);
    return Use.format(
        """
        ## How the quantities come about

        For one warehouse:

        %s
        Measured is the number of write units alone. That a task takes in %,d rows a second, a validation checks 500, a movement has 400 bytes, that people look for two hours on 22 days, and the
        calls for each file are estimates from the code; they stand in `Load`. A file every five minutes keeps the services awake, so that their tasks run all month; a warehouse that
        sends its files at night alone pays for a part of that. What is free of calls to SQS is taken off here and for the idle stack: ten cents too much at most.
        """,
        table(load.uses()), Load.ROWS_PER_SECOND);
  }

  private static String prices() {
    return Arrays.stream(Price.values())
        .map(
            price ->
                Use.format(
                    "| %s | %s | %s | %s |\n",
                    price.title(),
                    price.unit(),
                    price.dollars().toPlainString(),
                    price.free().signum() == 0 ? "" : price.free().toPlainString()))
        .collect(
            Collectors.joining(
                "",
                "## The prices, of "
                    + Price.DATE
                    + "\n\n| what | unit | USD | free units a month |\n|---|---|---:|---:|\n",
                ""));
  }

  private static String table(Collection<Use> uses) {
    StringBuilder text =
        new StringBuilder("| what | how much | quantity | a month |\n|---|---|---:|---:|\n");
    for (Use use : uses) {
      text.append(
          Use.format(
              "| %s | %s | %,.3f of %s | %s |\n",
              use.price().title(),
              use.why(),
              use.quantity(),
              use.price().unit(),
              Use.text(use.paid())));
    }
    return text.append(Use.format("| **all** | | | **%s** |\n", Use.text(sum(uses, Use::paid))))
        .toString();
  }

  private static String row(String title, List<Load> loads, Function<Load, String> cell) {
    return "| "
        + title
        + " | "
        + loads.stream().map(cell).collect(Collectors.joining(" | "))
        + " |\n";
  }

  private static Use of(Load load, Price price) {
    return load.uses().stream().filter(use -> use.price() == price).findFirst().orElseThrow();
  }

  private static BigDecimal total(Load load) {
    List<Use> all = new ArrayList<>(Installed.always());
    all.addAll(load.uses());
    return sum(all, Use::paid);
  }

  private static BigDecimal perMillion(Load load) {
    return total(load).multiply(BigDecimal.valueOf(1e6 / load.rows()));
  }

  private static BigDecimal sum(Collection<Use> uses, Function<Use, BigDecimal> dollars) {
    return uses.stream().map(dollars).reduce(BigDecimal.ZERO, BigDecimal::add);
  }
}
