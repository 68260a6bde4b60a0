package inventory.launcher.generate;

import inventory.launcher.demo.Item;
import java.util.List;
import java.util.Locale;

/** The items of the generated data, with names such as there are: all that a file can trip over. */
final class Catalog {

  private static final List<String> NAMES =
      List.of(
          "tecRacer T-Shirt",
          "Mug, 0.3 l",
          "Hoodie \"Cloud\"; grey",
          "Kaffeebohnen",
          "Tee, grün",
          "Crème brûlée, süß",
          "Echo (2nd Gen)",
          "Schraube M6 × 40; \"A2\"",
          "L'œuvre complète",
          "抹茶 100 g",
          "Größe 42 | blau",
          "naïve 'quotes'");

  // Some catalogues tell everything in the name.
  private static final String LONG_TAIL =
      " – mit Zubehör, Anleitung (12 Sprachen), Ersatzteilen und drei Jahren Gewähr".repeat(4);
  private static final int ITEMS_PER_LONG_NAME = 25;

  private Catalog() {}

  /** An item as transaction files know it. */
  static Item item(int number) {
    return new Item(String.format(Locale.ROOT, "a%05d", number + 1), name(number));
  }

  /** An item of a count file, whose name is its id. */
  static Item counted(int number) {
    return new Item(name(number), name(number));
  }

  /** A product of a web shop. */
  static Item product(int number) {
    return new Item(String.format(Locale.ROOT, "P%05d", number + 1), name(number));
  }

  private static String name(int number) {
    String name = NAMES.get(number % NAMES.size());
    String numbered = number < NAMES.size() ? name : name + " no. " + (number + 1);
    boolean isLong = number % ITEMS_PER_LONG_NAME == ITEMS_PER_LONG_NAME - 1;
    return isLong ? numbered + LONG_TAIL : numbered;
  }
}
