package inventory.pipe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckpointTest {

  @TempDir private Path folder;

  @Test
  void theLastNumberIsReadBack() {
    Path file = folder.resolve("new/folder/shard");
    assertThat(new Checkpoint(file).load()).isEmpty();
    new Checkpoint(file).save("1");
    new Checkpoint(file).save("12345678901234567890");
    assertThat(new Checkpoint(file).load()).contains("12345678901234567890");
    assertThat(file.getParent()).isDirectoryNotContaining(path -> !path.equals(file));
  }

  @Test
  void aCrashWhileSavingLeavesTheLastNumber() throws IOException {
    Path file = folder.resolve("shard");
    new Checkpoint(file).save("123");
    Files.writeString(folder.resolve("shard.partial"), "12");
    assertThat(new Checkpoint(file).load()).contains("123");
  }

  @Test
  void aFileThatCannotBeWrittenIsNamed() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "").resolve("shard");
    assertThatThrownBy(() -> new Checkpoint(file).save("1"))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageContaining(file.toString());
  }
}
