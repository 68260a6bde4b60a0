package inventory.launcher.cli;

import static org.assertj.core.api.Assertions.assertThat;

import inventory.launcher.verify.ReportingStub;
import inventory.stack.EnvironmentFile;
import inventory.testkit.EmbeddedAws;
import inventory.testkit.Resources;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands that run the validation worker, as processes; the worker is a stand-in. */
@Tag("full")
class ValidateIT {

  private static Resources aws;

  @TempDir private Path folder;

  @BeforeAll
  static void create() {
    aws = EmbeddedAws.newResources();
  }

  @AfterAll
  static void close() {
    aws.close();
  }

  @BeforeEach
  void writeEnvironment() throws IOException {
    EnvironmentFile.write(folder.resolve("env"), aws.environment());
  }

  @Test
  void validatePrintsTheWorkersOutputAndTheFindingsAndReturnsItsExitCode() throws Exception {
    Map<String, String> environment = new LinkedHashMap<>(aws.environment());
    environment.put("INVENTORY_TOKEN", "any");
    try (ReportingStub api = new ReportingStub()) {
      environment.put("INVENTORY_API", api.url().toString());
      EnvironmentFile.write(folder.resolve("env"), environment);
      api.answer("/validation-runs", "{\"runs\": [{\"id\": \"r 1\"}]}");
      api.answer(
          "/validation-runs/r%201",
          """
          {"id": "r 1", "state": "COMPLETED", "progress": {"files": 5, "transactions": 1234},
           "findings": {"total": 3, "newTotal": 1, "byCheck": {"negative-level": 2, "zero-change": 1}},
           "worst": [], "findingsKey": "validation/2026-11-21/findings.csv"}
          """);
      assertFindingsAreNamed();
    }
  }

  private void assertFindingsAreNamed() throws Exception {
    try (Program validate = program("1", "validate")) {
      assertThat(validate.exitCode()).isEqualTo(1);
      assertThat(validate.lines())
          .containsExactly(
              "arguments []",
              "check of 0s für jede Zeile",
              "table " + aws.table(),
              "heap [-Xmx96m]",
              "",
              "The validation is complete: there are findings.",
              "Run r 1: 5 files, 1234 transactions, 3 findings, 1 new",
              "Findings: s3://" + aws.bucket() + "/validation/2026-11-21/findings.csv");
    }
  }

  @Test
  void theCheckDurationCanBeSetByVariableAndByOption() throws Exception {
    Map<String, String> settings = Map.of("STAND_IN", "2", "INVENTORY_CHECK_DURATION", "1s");
    try (Program set = new Program(folder, settings, "validate", "--state", folder.toString())) {
      assertThat(set.exitCode()).isEqualTo(2);
      assertThat(set.lines())
          .contains("check of 1s für jede Zeile", "The validation could not be done.")
          .noneMatch(line -> line.startsWith("Run "));
    }
    try (Program option = program("0", "validate", "--check-duration", "50ms")) {
      assertThat(option.exitCode()).isZero();
      assertThat(option.lines())
          .contains("check of 50ms für jede Zeile", "The validation is complete: all is well.")
          .anyMatch(line -> line.startsWith("The run cannot be shown here: INVENTORY_API is not"));
    }
  }

  @Test
  void rebuildPassesItsOptionsToTheWorkerAndReturnsItsExitCode() throws Exception {
    try (Program check = program("1", "rebuild", "--check")) {
      assertThat(check.exitCode()).isEqualTo(1);
      assertThat(check.lines()).contains("arguments [rebuild, --check]", "table " + aws.table());
    }
    try (Program fix = program("0", "rebuild", "--fix", "--note", "a bad list")) {
      assertThat(fix.exitCode()).isZero();
      assertThat(fix.lines())
          .contains(
              "arguments [rebuild, --fix, --by, %s, --note, a bad list]"
                  .formatted(System.getProperty("user.name")));
    }
  }

  @Test
  void stoppingTheCommandStopsTheWorkerInOrder() throws Exception {
    try (Program validate = program("waits", "validate")) {
      long worker = Long.parseLong(validate.awaitLine("pid "));

      validate.end();

      assertThat(validate.exitCode()).isEqualTo(130);
      assertThat(validate.lines()).contains("stopped in order");
      assertThat(ProcessHandle.of(worker).filter(ProcessHandle::isAlive)).isEmpty();
    }
  }

  @Test
  void anEnvironmentThatDoesNotAnswerIsAFailureAndNotAFinding() throws Exception {
    Map<String, String> dead = new LinkedHashMap<>(aws.environment());
    dead.put("AWS_ENDPOINT_URL_SQS", "http://127.0.0.1:1");
    EnvironmentFile.write(folder.resolve("env"), dead);
    try (Program validate = program("0", "validate")) {
      assertThat(validate.exitCode()).isEqualTo(2);
      assertThat(validate.lines())
          .hasSize(1)
          .first()
          .asString()
          .contains("http://127.0.0.1:1 does not answer", "./inventory up");
    }
  }

  private Program program(String end, String... arguments) throws IOException {
    List<String> all = new ArrayList<>(List.of(arguments));
    all.addAll(List.of("--state", folder.toString()));
    return new Program(folder, Map.of("STAND_IN", end), all.toArray(String[]::new));
  }
}
