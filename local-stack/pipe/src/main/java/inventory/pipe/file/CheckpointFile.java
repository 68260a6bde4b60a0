package inventory.pipe.file;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import inventory.pipe.domain.CheckpointStore;
import inventory.pipe.domain.StreamId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** A JSON file, replaced as a whole: who reads it finds the old one or the new one. */
public final class CheckpointFile implements CheckpointStore {

  private static final String STREAM = "stream";
  private static final String CREATED_AT = "createdAt";
  private static final String SHARDS = "shards";
  private static final String AFTER = "after";
  private static final String FINISHED = "finished";

  private static final JsonMapper JSON = new JsonMapper();

  private final Path file;

  /** Keeps it in this file, in whose folder the new one is written, too. */
  public CheckpointFile(Path file) {
    this.file = file.toAbsolutePath();
  }

  /**
   * {@inheritDoc}
   *
   * @throws IllegalStateException if the file is no checkpoint
   * @throws UncheckedIOException if it cannot be read
   */
  @Override
  public Optional<State> load() {
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    try {
      return Optional.of(read(JSON.readTree(file.toFile())));
    } catch (JsonProcessingException | IllegalArgumentException | DateTimeException e) {
      throw new IllegalStateException(
          file
              + " is no checkpoint ("
              + e.getMessage()
              + "): remove it, and all that is in the stream is delivered again",
          e);
    } catch (IOException e) {
      throw new UncheckedIOException(file + " cannot be read", e);
    }
  }

  private static State read(JsonNode root) {
    StreamId stream =
        new StreamId(
            root.required(STREAM).textValue(),
            Instant.parse(root.required(CREATED_AT).textValue()));
    Map<String, Progress> shards = new LinkedHashMap<>();
    root.required(SHARDS)
        .properties()
        .forEach(shard -> shards.put(shard.getKey(), progress(shard.getValue())));
    return new State(stream, shards);
  }

  private static Progress progress(JsonNode shard) {
    return new Progress(
        Optional.ofNullable(shard.get(AFTER)).map(JsonNode::textValue),
        shard.required(FINISHED).booleanValue());
  }

  /**
   * {@inheritDoc}
   *
   * @throws UncheckedIOException if it cannot be written
   */
  @Override
  public void save(State state) {
    Path partial = file.resolveSibling(file.getFileName() + ".partial");
    try {
      Files.createDirectories(file.getParent());
      write(partial, JSON.writeValueAsBytes(json(state)));
      Files.move(
          partial, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new UncheckedIOException(file + " cannot be written", e);
    }
  }

  private static void write(Path path, byte[] bytes) throws IOException {
    try (FileChannel channel =
        FileChannel.open(
            path,
            StandardOpenOption.CREATE,
            StandardOpenOption.WRITE,
            StandardOpenOption.TRUNCATE_EXISTING)) {
      ByteBuffer buffer = ByteBuffer.wrap(bytes);
      while (buffer.hasRemaining()) {
        channel.write(buffer);
      }
      channel.force(true);
    }
  }

  private static ObjectNode json(State state) {
    ObjectNode root = JSON.createObjectNode();
    root.put(STREAM, state.stream().arn());
    root.put(CREATED_AT, state.stream().createdAt().toString());
    ObjectNode shards = root.putObject(SHARDS);
    state
        .shards()
        .forEach(
            (id, progress) -> {
              ObjectNode shard = shards.putObject(id);
              progress.after().ifPresent(after -> shard.put(AFTER, after));
              shard.put(FINISHED, progress.finished());
            });
    return root;
  }
}
