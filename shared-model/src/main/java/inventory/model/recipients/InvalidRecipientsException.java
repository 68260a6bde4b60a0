package inventory.model.recipients;

import java.util.List;
import java.util.stream.Collectors;

/** A document does not contain valid rules. */
public final class InvalidRecipientsException extends Exception {

  private static final long serialVersionUID = 1L;

  private final transient List<Problem> problems;

  InvalidRecipientsException(List<Problem> problems) {
    super(problems.stream().map(Problem::toString).collect(Collectors.joining("; ")));
    this.problems = List.copyOf(problems);
  }

  /** All problems, in the order of the document; at least one. */
  public List<Problem> problems() {
    return problems;
  }

  /**
   * A problem.
   *
   * @param line its line in the document, from 1
   * @param column its column in the line, from 1
   * @param field the field's path, such as {@code rules[2].to[1]}; empty if it is the document
   * @param reason what is wrong and what is expected, in words for people
   */
  public record Problem(int line, int column, String field, String reason) {

    @Override
    public String toString() {
      String where = field.isEmpty() ? "" : ", " + field;
      return "line " + line + ", column " + column + where + ": " + reason;
    }
  }
}
