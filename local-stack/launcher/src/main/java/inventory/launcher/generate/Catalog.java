package inventory.launcher.generate;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/** The generated items. Their names contain everything that a file format can trip over. */
public final class Catalog {

  private static final List<Item> FIRST = read();
  private static final String LONG_TAIL =
      " – mit Zubehör, Anleitung (12 Sprachen), Ersatzteilen und drei Jahren Gewähr".repeat(4);
  private static final int ITEMS_PER_LONG_NAME = 25;

  private Catalog() {}

  /** An item: its identifier in files or events, and the name that people see. */
  public record Item(String id, String name) {}

  private static List<Item> read() {
    try (InputStream items = Catalog.class.getResourceAsStream("items.txt")) {
      return new String(items.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .map(line -> line.split(" ", 2))
          .map(line -> new Item(line[0], line[1]))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** An item of a transaction file, by its index. */
  public static Item item(int index) {
    return index < FIRST.size() ? FIRST.get(index) : new Item(id("a", index), name(index));
  }

  /** An item of a count file, where the name is the identifier. */
  static Item counted(int index) {
    return new Item(name(index), name(index));
  }

  /** A product of a web shop. */
  static Item product(int index) {
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
    return index % ITEMS_PER_LONG_NAME == ITEMS_PER_LONG_NAME - 1 ? name + LONG_TAIL : name;
  }
}
