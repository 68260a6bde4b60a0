package inventory.local.process;

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

  /** A process that has these variables, and no others but its class path. */
  ProcessBuilder toProcess(Map<String, String> environment) {
    List<String> command = new ArrayList<>(DEAF_TO_THE_TERMINAL);
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
