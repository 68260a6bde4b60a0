package inventory.validation.check;

import inventory.validation.domain.Check;
import inventory.validation.domain.Report;
import inventory.validation.domain.Severity;
import inventory.validation.domain.Transaction;
import inventory.validation.domain.Warehouses;
import inventory.validation.domain.Warehouses.FirstSighting;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A new warehouse whose name differs from a known one only in case, spaces, punctuation, accents or
 * leading zeros. It is probably the same warehouse, and its stock is now split.
 */
public final class SimilarWarehouse extends Check {

  private static final Pattern NEITHER_LETTER_NOR_DIGIT = Pattern.compile("[^\\p{L}\\p{N}]+");
  private static final Pattern LEADING_ZEROS = Pattern.compile("(?<!\\p{N})0+(?=\\p{N})");

  private final Warehouses warehouses;
  private Map<String, FirstSighting> sightings;

  /** Creates the check. */
  public SimilarWarehouse(Warehouses warehouses) {
    super("similar-warehouse", Severity.SUSPECT);
    this.warehouses = warehouses;
  }

  @Override
  public void transaction(Transaction transaction, Report report) {
    if (sightings == null) {
      sightings = new HashMap<>(warehouses.firstSightings());
    }
    String name = transaction.row().key().warehouse();
    FirstSighting here =
        new FirstSighting(transaction.file().upload().fileId(), transaction.row().line());
    FirstSighting first = sightings.get(name);
    if (first == null) {
      warehouses.recordFirstSighting(name, here);
      sightings.put(name, here);
    }
    // The same line again: a crash came before the finding was stored.
    if (first == null || first.equals(here)) {
      known(name, here)
          .ifPresent(
              other ->
                  report.add(
                      transaction.finding(
                          this,
                          "a new warehouse \"%s\"".formatted(name),
                          "the known warehouse \"%s\"".formatted(other))));
    }
  }

  private Optional<String> known(String name, FirstSighting here) {
    String form = form(name);
    return sightings.entrySet().stream()
        .filter(entry -> !entry.getKey().equals(name))
        .filter(entry -> !isLater(entry.getValue(), here))
        .map(Map.Entry::getKey)
        .filter(other -> form(other).equals(form))
        .sorted()
        .findFirst();
  }

  private static boolean isLater(FirstSighting sight, FirstSighting here) {
    return sight.fileId().equals(here.fileId()) && sight.line() > here.line();
  }

  /** A name without the parts that people vary. */
  static String form(String name) {
    String plain =
        Normalizer.normalize(name, Normalizer.Form.NFKD)
            .replaceAll("\\p{M}+", "")
            .toLowerCase(Locale.ROOT);
    String zeroless = LEADING_ZEROS.matcher(plain).replaceAll("");
    return NEITHER_LETTER_NOR_DIGIT.matcher(zeroless).replaceAll("");
  }
}
