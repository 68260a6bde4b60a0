package inventory.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import inventory.local.aws.AwsVariables;
import inventory.local.aws.ResourceNames;
import inventory.local.process.Installation;
import inventory.local.process.Service;
import inventory.local.process.Stack;
import inventory.local.process.StackPorts;
import inventory.local.process.StateFolder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Runs before all others, in a Java that has its programs keep the classes that they loaded, so
 * that each start of one of them by the others costs about half.
 */
class RecordedClasses {

  @Test
  void eachProgramKeepsTheClassesThatItLoaded(@TempDir Path folder)
      throws IOException, InterruptedException {
    Installation installation = Installation.find();
    if (modules().allMatch(installation::hasClassArchive)) {
      // Of an earlier run: nothing was built since.
      return;
    }
    try (StateFolder state = StateFolder.open(folder);
        Stack stack =
            new Stack(
                installation, state, StackPorts.free(), ResourceNames.unique(), message -> {})) {
      stack.start(AwsVariables.without(System.getenv()));
      assertThat(stack.startValidation().waitFor()).isZero();
    }

    assertThat(modules()).allMatch(installation::hasClassArchive);
  }

  private static Stream<String> modules() {
    return Stream.concat(
        Stream.of(Service.values()).map(Service::module),
        Stream.of("local-stack/identity", "validation-worker"));
  }
}
