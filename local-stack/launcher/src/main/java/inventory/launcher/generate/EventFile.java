package inventory.launcher.generate;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** Keeps events in a folder: JSON lines, each with a record's partition key and data. */
public final class EventFile implements EventSink {

  /** The file's name. */
  public static final String NAME = "events.jsonl";

  private static final JsonMapper JSON = new JsonMapper();

  private final BufferedWriter lines;

  /** Begins the file in this folder, which need not exist. */
  public EventFile(Path folder) throws IOException {
    this.lines = Files.newBufferedWriter(Files.createDirectories(folder).resolve(NAME));
  }

  @Override
  public void accept(EventRecord record) throws IOException {
    Map<String, String> line = new LinkedHashMap<>();
    line.put("partitionKey", record.partitionKey());
    // As text, since not every record is JSON.
    line.put("data", record.data());
    lines.write(JSON.writeValueAsString(line));
    lines.write('\n');
  }

  @Override
  public void flush() throws IOException {
    lines.flush();
  }

  @Override
  public void close() throws IOException {
    lines.close();
  }
}
