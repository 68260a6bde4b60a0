package inventory.launcher.generate;

import java.util.List;
import java.util.Locale;

/** The generated items. Their names contain everything that a file format can trip over. */
public final class Catalog {

  /** An item: its identifier in files or events, and the name that people see. */
  public record Item(String id, String name) {}

  private static final List<Item> FIRST =
      List.of(
          new Item("a123v5", "tecRacer T-Shirt"),
          new Item("c77m20", "Mug, 0.3 l"),
          new Item("h20w11", "Hoodie \"Cloud\"; grey"),
          new Item("r345v7", "Kaffeebohnen"),
          new Item("t90k04", "Tee, grün"),
          new Item("g45678", "AWS Sticker"),
          new Item("j5yc89", "Book of tecRacer"),
          new Item("d23x56", "tecRacer tecPert Sticker"),
          new Item("s60m40", "Schraube M6 × 40; \"A2\""),
          new Item("m10t00", "抹茶 100 g"),
          new Item("p42b10", "Größe 42 | blau"),
          new Item("n77q31", "naïve 'quotes', crème brûlée"));

  private static final String LONG_TAIL =
      " – mit Zubehör, Anleitung (12 Sprachen), Ersatzteilen und drei Jahren Gewähr".repeat(4);
  private static final int ITEMS_PER_LONG_NAME = 25;

  private Catalog() {}

  /** An item of a transaction file, by its index. */
  public static Item item(int index) {
    return index < FIRST.size() ? FIRST.get(index) : new Item(id("a", index), name(index));
  }

  /** An item of a count file, where the name is the identifier. */
  static Item counted(int index) {
    return new Item(name(index), name(index));
  }

  /** A product of a web shop. */
  public static Item product(int index) {
    return new Item(id("P", index), name(index));
  }

  private static String id(String prefix, int index) {
    return String.format(Locale.ROOT, "%s%05d", prefix, index + 1);
  }

  private static String name(int index) {
    if (index < FIRST.size()) {
      return FIRST.get(index).name();
    }
    String name = FIRST.get(index % FIRST.size()).name() + " no. " + (index + 1);
    boolean isLong = index % ITEMS_PER_LONG_NAME == ITEMS_PER_LONG_NAME - 1;
    return isLong ? name + LONG_TAIL : name;
  }
}
