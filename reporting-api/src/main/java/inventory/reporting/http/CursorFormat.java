package inventory.reporting.http;

import java.util.List;
import java.util.function.Function;

/**
 * How the positions of one kind of list are written into cursors.
 *
 * @param parts how many parts a position has
 * @param write splits a position into its parts, none of which has a line break
 * @param read makes a position from its parts
 */
public record CursorFormat<P>(
    int parts, Function<P, List<String>> write, Function<List<String>, P> read) {

  /** For positions that are a text without a line break. */
  public static CursorFormat<String> ofText() {
    return new CursorFormat<>(1, List::of, parts -> parts.get(0));
  }
}
