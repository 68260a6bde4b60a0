package inventory.pipe.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import inventory.pipe.domain.CheckpointStore.Progress;
import inventory.pipe.domain.CheckpointStore.State;
import inventory.pipe.domain.StreamId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckpointFileTest {

  private static final StreamId STREAM =
      new StreamId("arn:aws:kinesis:r:1:stream/s", Instant.parse("2026-01-02T03:04:05.678Z"));
  private static final Map<String, Progress> SHARDS =
      Map.of(
          "one", new Progress(Optional.of("12345678901234567890"), true),
          "two", new Progress(Optional.empty(), false));

  @TempDir private Path folder;

  @Test
  void beforeTheFirstThereIsNone() {
    assertThat(new CheckpointFile(folder.resolve("none")).load()).isEmpty();
  }

  @Test
  void theLastOneIsReadBackTheSame() {
    Path file = folder.resolve("new/folder/checkpoint.json");
    new CheckpointFile(file).save(new State(STREAM, Map.of()));
    new CheckpointFile(file).save(new State(STREAM, SHARDS));
    assertThat(new CheckpointFile(file).load()).contains(new State(STREAM, SHARDS));
    assertThat(file.getParent()).isDirectoryContaining(file::equals);
    assertThat(file.resolveSibling("checkpoint.json.partial")).doesNotExist();
  }

  @Test
  void whoDiedWhileWritingItLeftTheLastOneWhole() throws IOException {
    Path file = folder.resolve("checkpoint.json");
    new CheckpointFile(file).save(new State(STREAM, SHARDS));
    Files.writeString(file.resolveSibling("checkpoint.json.partial"), "{\"stre");
    assertThat(new CheckpointFile(file).load()).contains(new State(STREAM, SHARDS));
  }

  @Test
  void aFileThatIsNoneIsNamedWithTheRemedy() throws IOException {
    Path file = Files.writeString(folder.resolve("checkpoint.json"), "{\"stream\":\"s\"}");
    assertThatThrownBy(new CheckpointFile(file)::load)
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContainingAll(file.toString(), "createdAt", "remove it");
    Files.writeString(file, "not json");
    assertThatThrownBy(new CheckpointFile(file)::load).hasMessageContaining("remove it");
  }

  @Test
  void aPlaceThatCannotBeWrittenIsNamed() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "").resolve("checkpoint.json");
    assertThatThrownBy(() -> new CheckpointFile(file).save(new State(STREAM, SHARDS)))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageContaining(file.toString());
  }
}
