package inventory.pulumi.api;

import inventory.pulumi.compute.Program;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What the build leaves for the cloud, in the checkout.
 *
 * @param root the checkout's folder
 * @param dashboard the folder of the dashboard's files, its library included
 */
public record Artefacts(Path root, Path dashboard) {

  private static final String BUILD = "build with: mvn -Pimages -DskipTests package";

  /** The reporting API as Lambda takes it. */
  public Path reportingFunction() {
    return root.resolve("reporting-api/target/reporting-api-lambda.zip");
  }

  /** The function that CloudFront runs on each call of the API. */
  Path keepPath() {
    return root.resolve("reporting-api/src/main/cloudfront/keep-path.js");
  }

  /** What a build leaves in a checkout. */
  public static Artefacts of(Path root) {
    return new Artefacts(root, root.resolve("reporting-api/target/classes/dashboard"));
  }

  private Path image(String program) {
    return root.resolve(program).resolve("target").resolve(program + "-image.tar");
  }

  /**
   * Looks for what nothing can be created without.
   *
   * @throws IllegalStateException naming all that is missing, and how to get it
   */
  public void require() {
    List<String> missing = new ArrayList<>();
    if (!Files.isRegularFile(reportingFunction())) {
      missing.add(reportingFunction().normalize() + " is missing: " + BUILD);
    }
    if (!Files.isRegularFile(dashboard.resolve("index.html"))) {
      missing.add(dashboard.normalize() + " has no index.html: " + BUILD);
    }
    if (!missing.isEmpty()) {
      throw new IllegalStateException(String.join("\n", missing));
    }
  }

  /** What the services cannot start without, which may yet come: one line each. */
  public List<String> advice() {
    return Program.TASKS.stream()
        .filter(program -> !Files.isRegularFile(image(program)))
        .map(
            program ->
                "%s has no image (%s): nothing fails, but it starts only once it is pushed; %s"
                    .formatted(program, image(program).normalize(), BUILD))
        .toList();
  }
}
