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
 * warehouses that were checked before. Counts contain no names. The same findings are reported
 * wherever a process ends: nothing is remembered beyond a file, except the names of the warehouses.
 */
public final class TwoNames extends Check {

  /** How many items' names are kept for a file, and for the warehouses; others are not compared. */
  private static final int MAX_ITEMS = 50_000;

  private final Map<String, Named> inFile = new HashMap<>();
  // Of each item of the file, the names that differ from its first.
  private final Set<List<String>> others = new HashSet<>();
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
    super("two-names", Severity.SUSPECT);
    this.fileKeys = fileKeys;
  }

  @Override
  public void readPast(Transaction transaction) {
    firstIfOther(transaction);
  }

  @Override
  public void transaction(Transaction transaction, Report report) {
    firstIfOther(transaction)
        .ifPresent(
            first ->
                report.add(
                    transaction.finding(
                        this,
                        "\"%s\"".formatted(transaction.row().itemName()),
                        "\"%s\", as in line %d".formatted(first.name(), first.line()))));
  }

  /** The item's first name in the file, if the row is the first one with another name. */
  private Optional<Named> firstIfOther(Transaction transaction) {
    if (!fileId.equals(transaction.file().upload().fileId())) {
      fileId = transaction.file().upload().fileId();
      inFile.clear();
      others.clear();
    }
    String itemId = transaction.row().key().itemId();
    Named named = new Named(transaction.row().itemName(), transaction.row().line());
    if (inFile.size() < MAX_ITEMS) {
      inFile.putIfAbsent(itemId, named);
    }
    Named first = inFile.getOrDefault(itemId, named);
    boolean isOther =
        !first.name().equals(named.name())
            && others.size() < MAX_ITEMS
            && others.add(List.of(itemId, named.name()));
    return isOther ? Optional.of(first) : Optional.empty();
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
      if (!movement.itemName().equals(expected) && movement.event().isEmpty()) {
        report.add(
            Finding.ofLine(
                this,
                fileKeys.apply(movement.fileId()),
                movement.fileId(),
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
