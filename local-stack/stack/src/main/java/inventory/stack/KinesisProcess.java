package inventory.stack;

import inventory.stack.aws.AwsVariables;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Kinesis on this machine, a process that ends with the one that started it. */
public final class KinesisProcess implements Supervised {

  // All that the stream keeps is in memory, for a day, and is written to the disk as one text.
  private static final int HEAP_MEGABYTES = 1024;

  // Far more than anybody here creates; the default is for all streams together.
  private static final int SHARD_LIMIT = 1_000;

  /** What is put is lost if it is killed within this; nothing is if it is stopped. */
  private static final String PERSIST_INTERVAL = "2s";

  private static final String CHANGE = "50ms";

  private final KinesisPackage program;
  private final KinesisSettings settings;
  private final LogFile log;
  private volatile URI endpoint;

  /** Prepares the process; nothing is started. */
  public KinesisProcess(KinesisPackage program, KinesisSettings settings) {
    this.program = program;
    this.settings = settings;
    this.log = new LogFile(settings.log());
  }

  @Override
  public String name() {
    return "kinesis";
  }

  @Override
  public Process start() throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(
            program.node().toString(),
            "--max-old-space-size=" + HEAP_MEGABYTES,
            "-r",
            program.preload().toString(),
            "main.js");
    builder.directory(program.folder().toFile());
    builder.environment().clear();
    builder.environment().putAll(variables());
    return builder.redirectError(log.open()).start();
  }

  private Map<String, String> variables() {
    Map<String, String> variables = new HashMap<>();
    variables.put("KINESIS_MOCK_PLAIN_PORT", String.valueOf(settings.port()));
    variables.put(AwsVariables.REGION, EmulatorProcess.REGION);
    variables.put("LOG_LEVEL", "ERROR");
    variables.put("SHARD_LIMIT", String.valueOf(SHARD_LIMIT));
    for (String change :
        List.of(
            "CREATE_STREAM",
            "DELETE_STREAM",
            "SPLIT_SHARD",
            "MERGE_SHARDS",
            "UPDATE_SHARD_COUNT")) {
      variables.put(change + "_DURATION", CHANGE);
    }
    variables.put("SHOULD_PERSIST_DATA", String.valueOf(settings.data().isPresent()));
    variables.put("LOAD_DATA_IF_EXISTS", String.valueOf(settings.data().isPresent()));
    settings
        .data()
        .map(Path::toAbsolutePath)
        .map(Path::toString)
        .ifPresent(
            data -> {
              variables.put("PERSIST_PATH", data);
              variables.put("PERSIST_INTERVAL", PERSIST_INTERVAL);
            });
    return variables;
  }

  @Override
  public void awaitReady(Process process) throws InterruptedException {
    endpoint = ReadyLine.await(name(), process, log).get("kinesis");
  }

  /** The variable by which every AWS SDK finds it, once it is ready. */
  public Map<String, String> environment() {
    return Map.of(AwsVariables.endpointOf(AwsVariables.KINESIS), endpoint.toString());
  }
}
