package inventory.stack;

import inventory.model.resource.Variables;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The identity server of this machine, a process of its own. */
public final class IdentityProcess implements Supervised {

  /** The module's folder. */
  static final String MODULE = "local-stack/identity";

  private static final String NAME = "identity";
  private static final String MAIN_CLASS = "inventory.identity.Application";
  private static final String HOST = "127.0.0.1";
  private static final int HEAP_MEGABYTES = 64;

  private final Installation installation;
  private final int port;
  private final List<String> jvmOptions;
  private final LogFile log;
  private volatile URI issuer;

  /**
   * Prepares the process; nothing is started.
   *
   * @param port where it listens on 127.0.0.1; 0 takes a free one
   * @param logs the folder of its log
   */
  public IdentityProcess(Installation installation, int port, Path logs) {
    this.installation = installation;
    this.port = port;
    this.jvmOptions = new ArrayList<>(JvmProfile.QUICK_START.options(HEAP_MEGABYTES));
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
        new JavaCommand(
            installation.classPath(MODULE),
            jvmOptions,
            MAIN_CLASS,
            List.of(HOST, String.valueOf(port)));
    // Its standard input stays open: that it ends tells that the launcher has.
    return command.toWatchedProcess(System.getenv()).redirectError(log.open()).start();
  }

  @Override
  public void awaitReady(Process process) throws InterruptedException {
    issuer = ReadyLine.await(NAME, process, log).get("issuer");
  }

  /** The issuer of its tokens, once it is ready. */
  public URI issuer() {
    return issuer;
  }

  /** The variables by which the reporting API knows its tokens, once it is ready. */
  public Map<String, String> environment() {
    Map<String, String> variables = new LinkedHashMap<>();
    variables.put(Variables.OIDC_ISSUER, issuer.toString());
    variables.put(Variables.OIDC_JWKS, issuer + "/jwks");
    return variables;
  }
}
