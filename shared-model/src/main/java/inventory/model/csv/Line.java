package inventory.model.csv;

import java.util.Optional;

/**
 * A physical line of a file.
 *
 * @param number its number, the first line being 1
 * @param text the line without its line break; if the line has a problem, as much as can be shown
 * @param problem why the line cannot be read as text; empty if it can
 */
record Line(int number, String text, Optional<String> problem) {

  boolean isBlank() {
    return problem.isEmpty() && text.isBlank();
  }
}
