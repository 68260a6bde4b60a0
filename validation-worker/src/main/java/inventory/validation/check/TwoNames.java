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
 * One item id under two names: a product that was renamed, or two products that share an id. Within
 * a file, each row is held against the item's first one there; beyond that, each name of this run's
 * files against the one by which the item was known before. Counts have no names.
 */
public final class TwoNames implements Check {

  /** Of how many items of a file the name is kept; of further ones only the last name counts. */
  private static final int MAX_ITEMS = 50_000;

  private final Map<String, Named> inFile = new HashMap<>();
  // What was reported of single rows, so that it is not reported of the item once more.
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

  /** How the item was called first in the transaction's file. */
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
      level.forEach(movement -> names.take(level, movement));
    }
    for (Map.Entry<String, Use> other : names.unexpected().entrySet()) {
      String file = other.getValue().file().orElseThrow();
      if (!reported.contains(List.of(file, item.itemId(), other.getKey()))) {
        report.add(other.getValue().finding(this, other.getKey(), names.expected()));
      }
    }
  }

  /** A movement that calls the item by a name. */
  private record Use(Level level, Movement movement, Optional<String> file) {

    /** Where it stands among all movements of the item. */
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
          "\"%s\", as it was known".formatted(expected));
    }
  }

  /** The names of an item, in all warehouses. */
  private static final class Names {

    private Optional<Use> known = Optional.empty();
    private final Map<String, Use> ofThisRun = new TreeMap<>();

    void take(Level level, Movement movement) {
      // A count names its item by its id, and an event need not name it.
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
