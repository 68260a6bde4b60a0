package inventory.validation.check;

import inventory.model.Position;
import inventory.model.movement.Movement;
import inventory.validation.domain.Check;
import inventory.validation.domain.Finding;
import inventory.validation.domain.ItemFacts;
import inventory.validation.domain.ItemFacts.Level;
import inventory.validation.domain.Report;
import inventory.validation.domain.Severity;
import inventory.validation.domain.Transaction;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * One item id with two names: a product was renamed, or two products share an id. Within a file,
 * each row is compared with the item's first row. Across files, each name in this run's files is
 * compared with the name by which the item was known before. Counts contain no names.
 */
public final class TwoNames implements Check {

  /** How many items' names are kept for a file; of further items only the last name is compared. */
  private static final int MAX_ITEMS = 50_000;

  private final Map<String, Named> inFile = new HashMap<>();
  // Names reported for single rows; they are not reported again for the item.
  private final Set<List<String>> reported = new HashSet<>();
  private String fileId = "";

  private record Named(String name, int line) {}

  @Override
  public String name() {
    return "two-names";
  }

  @Override
  public Severity severity() {
    return Severity.SUSPECT;
  }

  @Override
  public void readPast(Transaction transaction) {
    first(transaction);
  }

  @Override
  public void transaction(Transaction transaction, Report report) {
    Named first = first(transaction);
    String name = transaction.row().itemName();
    List<String> use =
        List.of(transaction.file().upload().key(), transaction.row().key().itemId(), name);
    if (!first.name().equals(name) && reported.add(use)) {
      report.add(
          transaction.finding(
              this,
              "\"%s\"".formatted(name),
              "\"%s\", as in line %d".formatted(first.name(), first.line())));
    }
  }

  /** The item's first name in the transaction's file. */
  private Named first(Transaction transaction) {
    if (!fileId.equals(transaction.file().upload().fileId())) {
      fileId = transaction.file().upload().fileId();
      inFile.clear();
    }
    String itemId = transaction.row().key().itemId();
    Named named = new Named(transaction.row().itemName(), transaction.row().line());
    Named first = inFile.get(itemId);
    if (first == null && inFile.size() < MAX_ITEMS) {
      inFile.put(itemId, named);
    }
    return first == null ? named : first;
  }

  @Override
  public void item(ItemFacts item, Report report) {
    Names names = new Names();
    for (Level level : item.levels()) {
      level.forEach(movement -> names.add(level, movement));
    }
    for (Map.Entry<String, Use> other : names.unexpected().entrySet()) {
      String file = other.getValue().file().orElseThrow();
      if (!reported.contains(List.of(file, item.itemId(), other.getKey()))) {
        report.add(other.getValue().finding(this, other.getKey(), names.expected()));
      }
    }
  }

  /** A movement that names the item. */
  private record Use(Level level, Movement movement, Optional<String> file) {

    /** Its position among all movements of the item. */
    String position() {
      return Position.of(movement.lastTime(), movement.source());
    }

    Finding finding(Check check, String name, String expected) {
      return Finding.ofLine(
          check,
          file.orElseThrow(),
          movement.lastLine(),
          level.key(),
          "\"%s\"".formatted(name),
          "\"%s\", its known name".formatted(expected));
    }
  }

  /** The names of an item, in all warehouses. */
  private static final class Names {

    private Optional<Use> known = Optional.empty();
    private final Map<String, Use> ofThisRun = new TreeMap<>();

    void add(Level level, Movement movement) {
      // A count uses the item's id as its name, and an event may have no name.
      if (movement.kind() == Movement.Kind.COUNT || movement.itemName().isEmpty()) {
        return;
      }
      Use use = new Use(level, movement, level.fileOfThisRun(movement));
      if (use.file().isPresent()) {
        ofThisRun.merge(movement.itemName(), use, (a, b) -> isBefore(b, a) ? b : a);
      } else if (known.isEmpty() || isBefore(known.get(), use)) {
        known = Optional.of(use);
      }
    }

    private static boolean isBefore(Use one, Use other) {
      return one.position().compareTo(other.position()) < 0;
    }

    String expected() {
      return known
          .or(() -> ofThisRun.values().stream().min((a, b) -> isBefore(a, b) ? -1 : 1))
          .map(use -> use.movement().itemName())
          .orElse("");
    }

    Map<String, Use> unexpected() {
      Map<String, Use> others = new TreeMap<>(ofThisRun);
      others.remove(expected());
      return others;
    }
  }
}
