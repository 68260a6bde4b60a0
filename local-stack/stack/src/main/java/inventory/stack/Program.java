package inventory.stack;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A program of a local environment; {@link Programs} has all of them.
 *
 * @param name its name in messages
 * @param command its command line
 * @param folder its working directory
 * @param environment all its environment variables
 * @param readiness how to find out whether it is ready
 * @param archive its class-data archive, if it is a Java program
 */
public record Program(
    String name,
    List<String> command,
    Path folder,
    Map<String, String> environment,
    Readiness readiness,
    Optional<ClassArchive> archive) {

  /** Copies the collections. */
  public Program {
    command = List.copyOf(command);
    environment = Map.copyOf(environment);
  }

  /** The same program with another working directory. */
  Program in(Path other) {
    return new Program(name, command, other, environment, readiness, archive);
  }
}
