package inventory.validation;

import java.util.List;

/** A command of the program; each bean of this type is one. */
public interface Command {

  /** The exit code of a success without findings. */
  int WELL = 0;

  /** The exit code of a success with findings. */
  int FINDINGS = 1;

  /** The exit code of a failure. */
  int FAILED = 2;

  /** The command's name on the command line. */
  String name();

  /**
   * Runs the command.
   *
   * @param options the arguments after the name
   * @return the process's exit code: {@link #WELL}, {@link #FINDINGS} or {@link #FAILED}
   */
  int run(List<String> options);
}
