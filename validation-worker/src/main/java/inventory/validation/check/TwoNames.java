package inventory.validation.check;

import inventory.model.movement.Movement;
import inventory.validation.domain.Check;
import inventory.validation.domain.Finding;
import inventory.validation.domain.LevelFacts;
import inventory.validation.domain.Report;
import inventory.validation.domain.Severity;
import inventory.validation.domain.StoredLevel;
import inventory.validation.domain.Transaction;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * One item id with two names: a product was renamed, or two products share an id. Within a file,
 * each row is compared with the item's first row. Across files, each new name of an item in a
 * warehouse is compared with its name there before; if it had none, with the item's name in the
 * warehouses that were checked before. Counts contain no names.
 */
public final class TwoNames implements Check {

  /** How many items' names are kept for a file, and for the warehouses; others are not compared. */
  private static final int MAX_ITEMS = 50_000;

  private final Map<String, Named> inFile = new HashMap<>();
  // The first names reported for rows; they are not reported again for the level.
  private final Set<List<String>> reported = new HashSet<>();
  private final Map<String, String> elsewhere = new HashMap<>();
  private final UnaryOperator<String> fileKeys;
  private String fileId = "";

  private record Named(String name, int line) {}

  /**
   * Creates the check.
   *
   * @param fileKeys finds the key of a file by its id
   */
  public TwoNames(UnaryOperator<String> fileKeys) {
    this.fileKeys = fileKeys;
  }

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
        List.of(transaction.file().upload().fileId(), transaction.row().key().itemId(), name);
    if (!first.name().equals(name) && reported.size() < MAX_ITEMS && reported.add(use)) {
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
  public void level(LevelFacts facts, Report report) {
    if (facts.names().isEmpty()) {
      return;
    }
    String expected =
        facts
            .nameBefore()
            .or(() -> Optional.ofNullable(elsewhere.get(facts.level().key().itemId())))
            .orElse(facts.names().get(0).itemName());
    for (Movement movement : facts.names()) {
      List<String> use = List.of(movement.fileId(), movement.key().itemId(), movement.itemName());
      boolean isOther = !movement.itemName().equals(expected) && movement.event().isEmpty();
      if (isOther && !reported.contains(use)) {
        report.add(
            Finding.ofLine(
                this,
                fileKeys.apply(movement.fileId()),
                movement.lastLine(),
                movement.key(),
                "\"%s\"".formatted(movement.itemName()),
                "\"%s\", its known name".formatted(expected)));
      }
    }
  }

  @Override
  public void levels(List<StoredLevel> levels, Report report) {
    for (StoredLevel level : levels) {
      String name = level.level().itemName();
      if (elsewhere.size() < MAX_ITEMS && !name.equals(level.key().itemId())) {
        elsewhere.putIfAbsent(level.key().itemId(), name);
      }
    }
  }
}
