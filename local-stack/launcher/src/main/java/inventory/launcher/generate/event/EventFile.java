package inventory.launcher.generate.event;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Writes records to a file of JSON lines, each with a partition key and the data as text. */
public final class EventFile implements EventTarget {

  /** Name of the file. */
  public static final String NAME = "events.jsonl";

  private static final JsonMapper JSON = new JsonMapper();

  private final BufferedWriter lines;

  /** Creates the file in a folder, which need not exist. */
  public EventFile(Path folder) throws IOException {
    this.lines = Files.newBufferedWriter(Files.createDirectories(folder).resolve(NAME));
  }

  /** One, to keep the order of all records. */
  @Override
  public int maxRecords() {
    return 1;
  }

  @Override
  public Map<Integer, String> send(List<EventRecord> batch) throws IOException {
    for (EventRecord record : batch) {
      lines.write(
          JSON.createObjectNode()
              .put("partitionKey", record.partitionKey())
              .put("data", record.data())
              .toString());
      lines.write('\n');
    }
    return Map.of();
  }

  @Override
  public void close() throws IOException {
    lines.close();
  }
}
