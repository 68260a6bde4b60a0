package inventory.stack;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * How a Java program of the project is run: by the same Java as this one.
 *
 * @param classPath what it runs on
 * @param jvmOptions options of the virtual machine
 * @param mainClass what to run
 * @param arguments what the program is told
 */
record JavaCommand(
    String classPath, List<String> jvmOptions, String mainClass, List<String> arguments) {

  /**
   * A terminal sends Ctrl-C, and its own end, to all processes at once. Programs with these signals
   * ignored wait for the launcher to stop them in order: users of a store before the store.
   */
  private static final List<String> DEAF_TO_THE_TERMINAL =
      List.of("/bin/sh", "-c", "trap '' INT HUP; exec \"$@\"", "sh");

  /**
   * The same, and tells the program to end when the pipe of its standard input ends: the system
   * closes that when the launcher dies, however it dies.
   */
  static final List<String> ENDING_WITH_THE_LAUNCHER =
      List.of(
          "/bin/sh",
          "-c",
          "trap '' INT HUP; exec 3<&0; (read -r _ <&3; kill $$ 2>/dev/null) &"
              + " exec \"$@\" </dev/null 3<&-",
          "sh");

  /**
   * For a program that handles the terminal's signals itself instead of leaving them ignored: a
   * session of its own, which these signals do not reach. macOS has no setsid, but Perl.
   */
  static final List<String> APART_FROM_THE_TERMINAL =
      List.of(
          "/bin/sh",
          "-c",
          "if command -v setsid >/dev/null; then exec setsid \"$@\"; fi;"
              + " exec perl -MPOSIX -e 'POSIX::setsid(); exec @ARGV' \"$@\"",
          "sh");

  /** A process that has these variables, and no others but its class path. */
  ProcessBuilder toProcess(Map<String, String> environment) {
    return toProcess(DEAF_TO_THE_TERMINAL, environment);
  }

  /**
   * The same for a program that does not watch its standard input for the launcher's end itself.
   */
  ProcessBuilder toWatchedProcess(Map<String, String> environment) {
    return toProcess(ENDING_WITH_THE_LAUNCHER, environment);
  }

  private ProcessBuilder toProcess(List<String> shell, Map<String, String> environment) {
    List<String> command = new ArrayList<>(shell);
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(jvmOptions);
    command.add(mainClass);
    command.addAll(arguments);
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().clear();
    builder.environment().putAll(environment);
    // Not as an option: Java hides command lines as long as that, also from Leftovers.
    builder.environment().put("CLASSPATH", classPath);
    return builder;
  }
}
