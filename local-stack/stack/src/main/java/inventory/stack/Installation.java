package inventory.stack;

import java.io.File;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** The checkout of the project, with what Maven built in it. */
public final class Installation {

  /** The system property that names the checkout's folder, set by {@code ./inventory}. */
  public static final String HOME = "inventory.home";

  private static final String MARK = "local-stack/emulator";

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
      if (Files.isDirectory(folder.resolve(MARK))) {
        return new Installation(folder);
      }
    }
    throw new LaunchException(
        "no folder at or above %s has %s: run this in the project".formatted(from, MARK));
  }

  /** The checkout's folder. */
  public Path root() {
    return root;
  }

  /**
   * The class path of a module's programs: its jar and the jars that it needs.
   *
   * @param module the module's folder, from the root
   * @throws LaunchException if the module is not built
   */
  public String classPath(String module) {
    Path target = root.resolve(module).resolve("target");
    Path dependencies = target.resolve("runtime.classpath");
    try {
      String jar = jar(target, Path.of(module).getFileName().toString());
      return jar + File.pathSeparator + Files.readString(dependencies).strip();
    } catch (IOException e) {
      throw new LaunchException(
          module + " is not built (" + e.getMessage() + "): run mvn -DskipTests package", e);
    }
  }

  private static String jar(Path target, String artifact) throws IOException {
    try (DirectoryStream<Path> jars =
        Files.newDirectoryStream(target, artifact + "-*-SNAPSHOT.jar")) {
      for (Path jar : jars) {
        return jar.toString();
      }
    }
    throw new IOException("no jar in " + target);
  }
}
