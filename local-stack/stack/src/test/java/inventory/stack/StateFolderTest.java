package inventory.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StateFolderTest {

  @TempDir private Path parent;

  @Test
  void aFolderInUseIsRefusedUntilItIsLetGo() throws IOException {
    Path path = parent.resolve("state");
    try (StateFolder first = StateFolder.open(path)) {
      assertThat(first.path()).isEqualTo(path);
      assertThatThrownBy(() -> StateFolder.open(path))
          .isInstanceOf(LaunchException.class)
          .hasMessageContaining(path + " is in use by another ./inventory")
          .hasMessageContaining("--state");
    }
    try (StateFolder second = StateFolder.open(path)) {
      assertThat(second.path()).isEqualTo(path);
    }
  }

  @Test
  void clearingRemovesWhatARunLeftAndNothingElse() throws IOException {
    try (StateFolder state = StateFolder.open(parent)) {
      Files.createDirectories(state.data().resolve("s3/objects"));
      Files.writeString(state.data().resolve("s3/objects/one"), "1");
      Files.createDirectories(state.mail());
      Files.writeString(state.environmentFile(), "export A='1'\n");
      Path foreign = Files.writeString(parent.resolve("thesis.tex"), "mine");

      state.clear();

      assertThat(state.data()).doesNotExist();
      assertThat(state.mail()).doesNotExist();
      assertThat(state.environmentFile()).doesNotExist();
      assertThat(foreign).hasContent("mine");
    }
  }
}
