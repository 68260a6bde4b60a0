package inventory.stack;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The pipe from the stream to the queue, a process of its own. */
public final class PipeProcess implements Supervised {

  /** The module's folder. */
  static final String MODULE = "local-stack/pipe";

  private static final String NAME = "pipe";
  private static final String MAIN_CLASS = "inventory.pipe.Application";

  // Each shard may have read ten megabytes, and made messages of them.
  private static final int HEAP_MEGABYTES = 256;

  private final Installation installation;
  private final Map<String, String> environment;
  private final List<String> jvmOptions;
  private final LogFile log;

  /** As the other, to start fast. */
  public PipeProcess(
      Installation installation, Map<String, String> environment, Path checkpoint, Path logs) {
    this(installation, environment, checkpoint, logs, JvmProfile.QUICK_START);
  }

  /**
   * Prepares the process; nothing is started.
   *
   * @param environment its variables, all of them but the checkpoint's
   * @param checkpoint the folder of its checkpoints
   * @param logs the folder of its log
   */
  public PipeProcess(
      Installation installation,
      Map<String, String> environment,
      Path checkpoint,
      Path logs,
      JvmProfile profile) {
    this.installation = installation;
    this.environment = new LinkedHashMap<>(environment);
    this.environment.put("INVENTORY_PIPE_CHECKPOINT", checkpoint.toAbsolutePath().toString());
    this.jvmOptions = new ArrayList<>(profile.options(HEAP_MEGABYTES));
    this.jvmOptions.add(Leftovers.mark(logs));
    this.log = new LogFile(logs.resolve(NAME + ".log"));
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Process start() throws IOException {
    JavaCommand command =
        new JavaCommand(installation.classPath(MODULE), jvmOptions, MAIN_CLASS, List.of());
    // Its standard input stays open: that it ends tells that the launcher has.
    return command.toWatchedProcess(environment).redirectError(log.open()).start();
  }

  /** It is ready when the stream and the queue have answered. */
  @Override
  public void awaitReady(Process process) throws InterruptedException {
    ReadyLine.await(name(), process, log);
  }
}
