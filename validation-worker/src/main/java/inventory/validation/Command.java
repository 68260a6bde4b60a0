package inventory.validation;

import java.util.List;

/** What the program can be started for. Each bean of this type is one thing it can do. */
public interface Command {

  /** The exit code that says that all is well. */
  int WELL = 0;

  /** The exit code that says that it was done, and something is not as it should be. */
  int FINDINGS = 1;

  /** The exit code that says that it could not be done. */
  int FAILED = 2;

  /** The word by which it is asked for. */
  String name();

  /**
   * Does it.
   *
   * @param options what follows the word
   * @return the process's exit code: {@link #WELL}, {@link #FINDINGS} or {@link #FAILED}
   */
  int run(List<String> options);
}
