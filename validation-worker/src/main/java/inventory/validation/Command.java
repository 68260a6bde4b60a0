package inventory.validation;

import java.util.List;

/** What the program can be started for. Each bean of this type is one thing it can do. */
public interface Command {

  /** The word by which it is asked for. */
  String name();

  /**
   * Does it.
   *
   * @param options what follows the word
   * @return the process's exit code: 0 all well, 1 findings, 2 it could not be done
   */
  int run(List<String> options);
}
