package inventory.pulumi.compute;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The output of the build that the cloud needs.
 *
 * @param root the checkout's folder
 * @param dashboard the folder with the dashboard's files and its library
 */
public record Artefacts(Path root, Path dashboard) {

  private static final String BUILD = "build with: mvn -Pimages -DskipTests package";

  /** The zip file of a program for Lambda. */
  public Path function(String program) {
    return root.resolve(program).resolve("target").resolve(program + "-function.zip");
  }

  /**
   * The digest of a program's image, which names one image for ever. It follows from the image's
   * content, so the build knows it before the image is pushed. Empty if no image was built.
   */
  Optional<String> digest(String program) {
    Path file = root.resolve(program).resolve("target").resolve("jib-image.digest");
    try {
      return Files.isRegularFile(file)
          ? Optional.of(Files.readString(file).strip())
          : Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException("the digest of an image cannot be read: " + file, e);
    }
  }

  /** The output of the build in a checkout. */
  public static Artefacts of(Path root) {
    return new Artefacts(root, root.resolve("reporting-api/target/classes/dashboard"));
  }

  private Path image(String program) {
    return root.resolve(program).resolve("target").resolve(program + "-image.tar");
  }

  /**
   * Checks that everything that {@code pulumi up} needs was built.
   *
   * @throws IllegalStateException with everything that is missing and how to build it
   */
  public void require() {
    List<String> missing = new ArrayList<>();
    for (String program : Program.FUNCTIONS) {
      if (!Files.isRegularFile(function(program))) {
        missing.add(function(program).normalize() + " is missing: " + BUILD);
      }
    }
    if (!Files.isRegularFile(dashboard.resolve("index.html"))) {
      missing.add(dashboard.normalize() + " has no index.html: " + BUILD);
    }
    if (!missing.isEmpty()) {
      throw new IllegalStateException(String.join("\n", missing));
    }
  }

  /**
   * A line for each image that is missing. {@code pulumi up} works without them, but no task can
   * start.
   */
  public List<String> advice() {
    return Program.IMAGES.stream()
        .filter(program -> !Files.isRegularFile(image(program)))
        .map(
            program ->
                "%s has no image (%s): nothing fails, but it starts only once it is pushed; %s"
                    .formatted(program, image(program).normalize(), BUILD))
        .toList();
  }
}
