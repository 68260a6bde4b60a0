package inventory.local.process;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The checkout of the project, with what Maven built in it. */
public final class Installation {

  /** The system property that names the checkout's folder, set by {@code ./inventory}. */
  public static final String HOME = "inventory.home";

  private final Path root;

  private Installation(Path root) {
    this.root = root;
  }

  /**
   * Finds the checkout: the folder that {@value #HOME} names, else the nearest one at or above the
   * working directory.
   *
   * @throws LaunchException if there is none
   */
  public static Installation find() {
    Path from = Path.of(System.getProperty(HOME, "")).toAbsolutePath();
    for (Path folder = from; folder != null; folder = folder.getParent()) {
      if (Files.isDirectory(folder.resolve(EmulatorProcess.MODULE))) {
        return new Installation(folder);
      }
    }
    throw new LaunchException(
        "no folder at or above "
            + from
            + " has "
            + EmulatorProcess.MODULE
            + ": run this in the project");
  }

  /** The checkout's folder. */
  public Path root() {
    return root;
  }

  /**
   * A program of a module, to be run on the module's jar and the jars that it needs.
   *
   * @param module the module's folder, from the root
   * @throws LaunchException if the module is not built
   */
  JavaCommand program(
      String module, List<String> jvmOptions, String mainClass, List<String> arguments) {
    try {
      String dependencies = Files.readString(dependencies(module)).strip();
      String classPath = jar(module) + File.pathSeparator + dependencies;
      return new JavaCommand(classPath, jvmOptions, mainClass, arguments);
    } catch (IOException e) {
      throw notBuilt(module, e);
    }
  }

  /**
   * The same, with its {@link ClassArchive}. The emulator cannot have one: the virtual machine
   * refuses jars that name a folder in their class path, as that of DynamoDB Local does.
   */
  JavaCommand archivedProgram(
      String module, List<String> jvmOptions, String mainClass, List<String> arguments) {
    try {
      List<String> options = new ArrayList<>(jvmOptions);
      options.addAll(classArchive(module).options());
      return program(module, options, mainClass, arguments);
    } catch (IOException e) {
      throw notBuilt(module, e);
    }
  }

  /**
   * Whether the programs of a module start with the classes that an earlier run kept.
   *
   * @param module the module's folder, from the root
   * @throws LaunchException if the module is not built
   */
  public boolean hasClassArchive(String module) {
    try {
      return classArchive(module).isOfUse();
    } catch (IOException e) {
      throw notBuilt(module, e);
    }
  }

  private static LaunchException notBuilt(String module, IOException e) {
    return new LaunchException(
        module + " is not built (" + e.getMessage() + "): run mvn -DskipTests package", e);
  }

  private ClassArchive classArchive(String module) throws IOException {
    return new ClassArchive(target(module), List.of(jar(module), dependencies(module)));
  }

  private Path dependencies(String module) {
    return target(module).resolve("runtime.classpath");
  }

  private Path target(String module) {
    return root.resolve(module).resolve("target");
  }

  private Path jar(String module) throws IOException {
    String artifact = Path.of(module).getFileName().toString();
    try (Stream<Path> files = Files.list(target(module))) {
      return files
          .filter(file -> file.getFileName().toString().startsWith(artifact + "-"))
          .filter(file -> file.toString().endsWith("-SNAPSHOT.jar"))
          .findFirst()
          .orElseThrow(() -> new IOException("no jar in " + target(module)));
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }
}
