package inventory.pulumi;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.pulumi.test.PulumiTest;
import com.pulumi.test.TestOptions;
import inventory.pulumi.compute.Artefacts;
import inventory.pulumi.settings.Settings;
import inventory.pulumi.settings.SettingsReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.yaml.snakeyaml.Yaml;

/** The stacks of the project, as the engine would see them; each is run once. */
final class Stack {

  static final String DEV = "dev";
  static final String PROD = "prod";

  /** The stacks of the files, with services as tasks. */
  static final String DEV_TASKS = "dev-tasks";

  static final String PROD_TASKS = "prod-tasks";

  private static final Map<String, Stack> RUN = new ConcurrentHashMap<>();

  private final Declaration declaration;
  private final List<Declared> providers;

  private Stack(Declaration declaration, List<Declared> providers) {
    this.declaration = declaration;
    this.providers = providers;
  }

  /** The stack of a name, with the settings of its file. */
  static Stack of(String name) {
    return RUN.computeIfAbsent(name, Stack::run);
  }

  private static Stack run(String name) {
    String file = name.replace("-tasks", "");
    return with(file, file.equals(name) ? Map.of() : Map.of("inventory:compute", "tasks"));
  }

  /** The stack of a file, with other values of some settings. */
  static Stack with(String file, Map<String, String> others) {
    Function<String, Optional<String>> configured = configuration(file);
    return run(
        file,
        SettingsReader.read(
            key -> Optional.ofNullable(others.get(key)).or(() -> configured.apply(key))));
  }

  /** Runs the program. */
  static Stack run(String name, Settings settings) {
    return run(name, settings, artefacts());
  }

  /** Runs the program with the results of a build. */
  static Stack run(String name, Settings settings, Artefacts artefacts) {
    Cloud cloud = new Cloud();
    TestOptions options =
        TestOptions.builder().projectName("inventory").stackName(name).preview(false).build();
    try {
      PulumiTest.withMocks(cloud)
          .withOptions(options)
          .runTest(context -> App.stack(context, settings, artefacts))
          .throwOnError();
    } finally {
      PulumiTest.cleanup();
    }
    return new Stack(cloud.declaration(), cloud.providers());
  }

  /** The program needs the files' names; nobody reads them, and they need not be built. */
  private static Artefacts artefacts() {
    return new Artefacts(root(), root().resolve("reporting-api/src/main/resources/dashboard"));
  }

  /** The checkout's folder. */
  static Path root() {
    Path folder = Path.of("").toAbsolutePath();
    while (!Files.isDirectory(folder.resolve("pulumi"))) {
      folder = folder.getParent();
    }
    return folder;
  }

  /** The text of a setting in {@code Pulumi.<name>.yaml}. */
  static Function<String, Optional<String>> configuration(String name) {
    Path file = root().resolve("pulumi/Pulumi." + name + ".yaml");
    try {
      Map<String, Map<String, Object>> yaml = new Yaml().load(Files.readString(file));
      Map<String, Object> values = new HashMap<>(yaml.get("config"));
      return key -> Optional.ofNullable(values.get(key)).map(String::valueOf);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** All its resources. */
  Declaration declaration() {
    return declaration;
  }

  /** What makes them. */
  List<Declared> providers() {
    return providers;
  }

  /** The inputs of the resource of a type and name. */
  Map<String, Object> inputs(String type, String name) {
    return declaration.find(type, name).inputs();
  }

  /** The statements of a policy document. */
  static JsonArray statements(Object policy) {
    return json(policy).getAsJsonArray("Statement");
  }

  /** Parses JSON, in which strings may be in single quotes. */
  static JsonObject json(Object text) {
    return JsonParser.parseString((String) text).getAsJsonObject();
  }

  /** The ARN of a queue. */
  static String queueArn(String name) {
    return "arn:aws:sqs:%s:%s:%s".formatted(Declaration.REGION, Declaration.ACCOUNT, name);
  }
}
