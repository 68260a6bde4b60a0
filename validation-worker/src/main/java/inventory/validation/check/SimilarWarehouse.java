package inventory.validation.check;

import inventory.validation.domain.Check;
import inventory.validation.domain.Report;
import inventory.validation.domain.Severity;
import inventory.validation.domain.Transaction;
import inventory.validation.domain.Warehouses;
import inventory.validation.domain.Warehouses.Sight;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A warehouse never seen before whose name differs from a known one in case, spaces, punctuation,
 * accents or leading zeros alone: most likely the same one, whose stock is now in two places.
 */
public final class SimilarWarehouse implements Check {

  private static final Pattern NEITHER_LETTER_NOR_DIGIT = Pattern.compile("[^\\p{L}\\p{N}]+");
  private static final Pattern LEADING_ZEROS = Pattern.compile("(?<!\\p{N})0+(?=\\p{N})");

  private final Warehouses warehouses;
  private Map<String, Sight> sights;

  /** Wires what is known. */
  public SimilarWarehouse(Warehouses warehouses) {
    this.warehouses = warehouses;
  }

  @Override
  public String name() {
    return "similar-warehouse";
  }

  @Override
  public Severity severity() {
    return Severity.SUSPECT;
  }

  @Override
  public void transaction(Transaction transaction, Report report) {
    if (sights == null) {
      sights = new HashMap<>(warehouses.sights());
    }
    String name = transaction.row().key().warehouse();
    Sight here = new Sight(transaction.file().upload().fileId(), transaction.row().line());
    Sight first = sights.get(name);
    if (first == null) {
      warehouses.met(name, here);
      sights.put(name, here);
    }
    // The same place again: a crash came before the finding was kept.
    if (first == null || first.equals(here)) {
      known(name, here)
          .ifPresent(
              other ->
                  report.add(
                      transaction.finding(
                          this,
                          "a warehouse \"%s\" that was never seen before".formatted(name),
                          "\"%s\", which is known".formatted(other))));
    }
  }

  private Optional<String> known(String name, Sight here) {
    String form = form(name);
    return sights.entrySet().stream()
        .filter(entry -> !entry.getKey().equals(name))
        .filter(entry -> !isLater(entry.getValue(), here))
        .map(Map.Entry::getKey)
        .filter(other -> form(other).equals(form))
        .sorted()
        .findFirst();
  }

  private static boolean isLater(Sight sight, Sight here) {
    return sight.fileId().equals(here.fileId()) && sight.line() > here.line();
  }

  /** What is left of a name when all is taken off that people vary. */
  static String form(String name) {
    String plain =
        Normalizer.normalize(name, Normalizer.Form.NFKD)
            .replaceAll("\\p{M}+", "")
            .toLowerCase(Locale.ROOT);
    String zeroless = LEADING_ZEROS.matcher(plain).replaceAll("");
    return NEITHER_LETTER_NOR_DIGIT.matcher(zeroless).replaceAll("");
  }
}
