package inventory.launcher.demo;

import inventory.launcher.validation.ValidationRun;
import inventory.model.FileKind;
import inventory.model.FileStatus;
import inventory.model.RunState;
import inventory.model.StockKey;
import inventory.model.StockState;
import inventory.stack.MailSettings;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Holds what the system reports against what the files add up to. */
final class Comparison {

  private final List<String> differences = new ArrayList<>();

  /** What differs, a sentence each. */
  List<String> differences() {
    return differences;
  }

  /**
   * Compares every level of every warehouse, both ways, and the threshold beside it. Returns how
   * many there are.
   */
  int levels(
      ReportingClient reports, Map<StockKey, BigInteger> expected, ExpectedThresholds thresholds)
      throws InterruptedException {
    Map<StockKey, BigInteger> actual = new HashMap<>();
    for (String warehouse : reports.warehouses()) {
      for (ReportingClient.StockedItem item : reports.items(warehouse)) {
        StockKey key = new StockKey(warehouse, item.itemId());
        actual.put(key, item.stockLevel());
        compare("the threshold of " + in(key), thresholds.of(key), item.restockIfBelow());
      }
    }
    expected.forEach((key, level) -> compare(name(key), level, actual.get(key)));
    actual.keySet().stream()
        .filter(key -> !expected.containsKey(key))
        .forEach(key -> compare(name(key), null, actual.get(key)));
    return expected.size();
  }

  /** Compares the total of every item. Returns how many there are. */
  int totals(ReportingClient reports, Map<StockKey, BigInteger> expected)
      throws InterruptedException {
    Map<String, BigInteger> totals = new TreeMap<>();
    expected.forEach((key, level) -> totals.merge(key.itemId(), level, BigInteger::add));
    for (Map.Entry<String, BigInteger> total : totals.entrySet()) {
      BigInteger actual = reports.item(total.getKey()).total();
      compare("the total of " + total.getKey(), total.getValue(), actual);
    }
    return totals.size();
  }

  /** Compares how every file ended. Returns how many there are. */
  int files(Drops drops) throws InterruptedException {
    Map<String, ReportingClient.File> records = new HashMap<>();
    drops.records().forEach(record -> records.put(record.key(), record));
    compare("the set of recorded files", drops.dropped().keySet(), records.keySet());
    records.forEach((key, record) -> file(drops.dropped().get(key), record));
    return records.size();
  }

  private void file(DemoFile file, ReportingClient.File record) {
    if (file != null) {
      compare("the status of " + record.key(), file.expected(), record.status());
      compare("rows applied of " + record.key(), file.goodRows(), record.rowsApplied());
      compare("rows rejected of " + record.key(), (long) file.badRows(), record.rowsRejected());
      if (!file.thresholds().isEmpty()) {
        compare("the kind of " + record.key(), FileKind.THRESHOLDS.name(), record.kind());
      }
    }
  }

  /**
   * Compares what purchasing was told before the thresholds changed: of all that is low or out. On
   * the way there, more may have been low for a while.
   *
   * @param states how each item in each warehouse stands
   */
  void told(Map<StockKey, StockState> states, List<StockMention> mentions) {
    Map<StockKey, StockState> told = new HashMap<>();
    mentions.forEach(mention -> told.put(mention.key(), mention.state()));
    states.forEach(
        (key, state) -> {
          // What was out and is only low now is not told again.
          boolean isTold = told.containsKey(key) && !state.isWorseThan(told.get(key));
          if (state != StockState.OK && !isTold) {
            compare("what purchasing was told of " + in(key), state, told.get(key));
          }
        });
  }

  /** Compares what purchasing was told when the thresholds changed, and nothing else did. */
  void toldByThresholds(Map<StockKey, StockState> expected, List<StockMention> mentions) {
    List<StockMention> wanted =
        expected.entrySet().stream()
            .map(entry -> new StockMention(entry.getKey(), entry.getValue()))
            .sorted(StockMention.ORDER)
            .toList();
    compare(
        "what purchasing was told after the thresholds",
        wanted,
        mentions.stream().sorted(StockMention.ORDER).toList());
  }

  /** Compares what operations was told: of each file that ended otherwise than applied, once. */
  void problems(Collection<DemoFile> files, List<Mailbox.Letter> letters) {
    for (DemoFile file : files) {
      long wanted = file.expected() == FileStatus.APPLIED ? 0 : 1;
      long told = letters.stream().filter(letter -> letter.subject().contains(file.key())).count();
      compare("the number of e-mails to operations about " + file.key(), wanted, told);
    }
  }

  /**
   * Compares what the validation says: it checked every inventory file, held the table against them
   * without a difference, found those with bad rows, and told operations once. What else it finds
   * is in the files.
   */
  void validation(ValidationRun run, Collection<DemoFile> files, List<Mailbox.Letter> letters) {
    long inventoryFiles = files.stream().filter(file -> file.thresholds().isEmpty()).count();
    compare("the state of the validation", RunState.COMPLETED, run.state());
    compare("the number of files validated", inventoryFiles, run.files());
    long withBadRows = files.stream().filter(file -> file.badRows() > 0).count();
    Map<String, Long> wanted = Map.of("movements", 0L, "level", 0L, "rejected", withBadRows);
    wanted.forEach(
        (check, number) ->
            compare("the findings of " + check, number, run.findings().getOrDefault(check, 0L)));
    compare(
        "the recipients of e-mails about the validation",
        List.of(MailSettings.OPERATIONS),
        letters.stream().map(Mailbox.Letter::to).toList());
  }

  private void compare(String what, Object expected, Object actual) {
    if (expected == null || !expected.equals(actual)) {
      differences.add("%s is %s, but should be %s".formatted(what, actual, expected));
    }
  }

  private static String name(StockKey key) {
    return "the level of " + in(key);
  }

  private static String in(StockKey key) {
    return key.itemId() + " in " + key.warehouse();
  }
}
