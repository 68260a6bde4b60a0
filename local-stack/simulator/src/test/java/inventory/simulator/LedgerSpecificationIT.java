package inventory.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import inventory.stack.Installation;
import inventory.stack.LaunchException;
import inventory.stack.Node;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Simulates {@code docs/spec/ledger.qnt}, as it is and without each of its conditions. */
@Tag("full")
class LedgerSpecificationIT {

  private static final List<String> INVARIANTS =
      List.of(
          "eachFactOnce",
          "levelsAreRight",
          "movementsAreKept",
          "doneIsDone",
          "noStatusIsFalse",
          "noReleaseIsLost",
          "nothingIsAppliedTwice");
  private static final Pattern CONDITION = Pattern.compile("(pure def (\\w+)\\(.*\\): \\S+ = ).*");
  private static final int STEPS = 80;
  private static final long PATIENCE_SECONDS = 300;

  private static Path root;
  private static Path quint;

  @TempDir private Path folder;

  /** What Quint printed, and its exit code. */
  private record Result(int code, String text) {}

  @BeforeAll
  static void install() throws IOException, InterruptedException {
    root = Installation.find().root();
    quint = root.resolve("local-stack/quint");
    Node node;
    try {
      node = Node.find();
    } catch (LaunchException e) {
      abort("Node is missing, which runs the specification: " + e.getMessage());
      return;
    }
    node.install(quint, Files.readString(quint.resolve("package-lock.json")), "ci");
  }

  @Test
  void noSimulatedRunViolatesAnInvariant() throws IOException, InterruptedException {
    Result result = run(specification(), "0x2026", 200);

    assertThat(result.text()).contains("[ok] No violation found");
    assertThat(result.code()).isZero();
  }

  /** With seeds whose runs are known to find it soon; after a change, others may be faster. */
  @ParameterizedTest
  @CsvSource({
    "inOrder, true, 0x5",
    "unchanged, true, 0x852e",
    "isMarked, false, 0x852e",
    "isStored, false, 0x5",
    "kept, Set(), 0x7b0b",
    "history, movements, 0xf5886",
    "claimed, event.at, 0x5",
    "saysTheSame, true, 0x5",
    "isContentFree, true, 0x1490",
    "isKeyFree, true, 0x12a0",
    "isInTheLevels, true, 0x164d",
    "isNotBegun, true, 0x1575a",
    "isOfGeneration, true, 0x12a0",
    "isFinished, true, 0x5"
  })
  void aMissingConditionViolatesAnInvariant(String condition, String replacement, String seed)
      throws IOException, InterruptedException {
    Result result = run(replaced(condition, replacement), seed, 2_000);

    assertThat(result.text()).contains("[violation] Found an issue");
    assertThat(result.code()).isOne();
  }

  @Test
  void everyConditionIsReplacedByATest() throws Exception {
    CsvSource source =
        LedgerSpecificationIT.class
            .getDeclaredMethod(
                "aMissingConditionViolatesAnInvariant", String.class, String.class, String.class)
            .getAnnotation(CsvSource.class);
    List<String> replaced =
        List.of(source.value()).stream().map(line -> line.substring(0, line.indexOf(','))).toList();

    assertThat(conditions().keySet()).containsExactlyInAnyOrderElementsOf(replaced);
  }

  private Path replaced(String condition, String replacement) throws IOException {
    String line = conditions().get(condition);
    Matcher matcher = CONDITION.matcher(line);
    assertThat(matcher.find()).as(line).isTrue();
    String text = Files.readString(specification()).replace(line, matcher.group(1) + replacement);
    return Files.writeString(folder.resolve("ledger.qnt"), text);
  }

  /** The definitions of the section "The conditions", by their names. */
  private static Map<String, String> conditions() throws IOException {
    return Files.readAllLines(specification()).stream()
        .dropWhile(line -> !line.contains("// The conditions."))
        .skip(1)
        .takeWhile(line -> !line.isBlank())
        .map(String::strip)
        .collect(
            Collectors.toMap(line -> CONDITION.matcher(line).replaceFirst("$2"), line -> line));
  }

  private static Path specification() {
    return root.resolve("docs/spec/ledger.qnt");
  }

  private Result run(Path specification, String seed, int samples)
      throws IOException, InterruptedException {
    Path output = folder.resolve("output.txt");
    List<String> command = new ArrayList<>();
    command.add("node");
    command.add(quint.resolve("node_modules/@informalsystems/quint/dist/src/cli.js").toString());
    command.addAll(List.of("run", specification.toString(), "--backend=typescript"));
    command.addAll(List.of("--verbosity=1", "--seed=" + seed, "--max-steps=" + STEPS));
    command.addAll(List.of("--max-samples=" + samples, "--invariants"));
    command.addAll(INVARIANTS);
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    try {
      assertThat(process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
    } finally {
      process.destroyForcibly();
    }
    return new Result(process.exitValue(), Files.readString(output));
  }
}
