package inventory.stack;

import inventory.model.resource.Access;
import inventory.model.resource.Variables;
import inventory.stack.aws.AwsVariables;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All programs of a local environment: how each is started, and when it is ready. */
public final class Programs {

  private static final String DYNOXIDE_VERSION = "1.2.1";

  // The largest heap of each Java program, in megabytes.
  private static final int EMULATOR_HEAP = 512;
  private static final int SERVICE_HEAP = 256;
  // Each shard may have read ten megabytes, and made messages of them.
  private static final int PIPE_HEAP = 256;
  // The worker's tests hold it to this heap, whatever the number and size of the files.
  private static final int VALIDATION_HEAP = 96;
  private static final int SMALL_HEAP = 64;
  // Kinesis keeps a day's records in memory, and writes them to the disk as one text.
  private static final int KINESIS_HEAP = 1024;

  private final Installation installation;
  private final JvmProfile profile;

  /** Programs that start fast. */
  public Programs(Installation installation) {
    this(installation, JvmProfile.QUICK_START);
  }

  /** Programs of a checkout. */
  Programs(Installation installation, JvmProfile profile) {
    this.installation = installation;
    this.profile = profile;
  }

  /**
   * S3, SQS and a mail server.
   *
   * @param data the folder that keeps everything; absent for in memory
   * @param mail the folder in which each e-mail becomes a file
   */
  public Program emulator(Map<Port, Integer> ports, Optional<Path> data, Path mail) {
    List<String> arguments = new ArrayList<>();
    arguments.add("--s3-port=" + ports.get(Port.S3));
    arguments.add("--sqs-port=" + ports.get(Port.SQS));
    data.ifPresent(folder -> arguments.add("--data=" + folder));
    Map<String, String> environment = AwsVariables.without(System.getenv());
    environment.putAll(AwsVariables.embedded());
    List<Integer> listening =
        List.of(ports.get(Port.S3), ports.get(Port.SQS), ports.get(Port.SMTP));
    return emulator("emulator", EMULATOR_HEAP, arguments, mail, environment, listening);
  }

  /** The mail server alone, for services whose AWS is elsewhere. */
  public Program mailServer(int port, Path mail) {
    return emulator("mail server", SMALL_HEAP, List.of(), mail, System.getenv(), List.of(port));
  }

  /** The emulator's program; the last of the ports is that of its mail server. */
  private Program emulator(
      String name,
      int heap,
      List<String> arguments,
      Path mail,
      Map<String, String> environment,
      List<Integer> ports) {
    List<String> all = new ArrayList<>(arguments);
    all.addAll(List.of("--host=" + Ports.HOST, "--smtp-port=" + ports.get(ports.size() - 1)));
    all.add("--mail=" + mail);
    JavaProgram java =
        new JavaProgram(name, "local-stack/emulator", "inventory.emulator.Emulator", heap);
    return java(java, all, environment, Readiness.listening(ports));
  }

  /**
   * DynamoDB: dynoxide, an npm package for each platform. The first time, npm installs it.
   *
   * @param data the folder that keeps the tables; absent for in memory
   * @throws LaunchException if Node is missing or npm cannot install the package
   */
  public Program dynamoDb(int port, Optional<Path> data) throws InterruptedException {
    try {
      TableFile file = data.isPresent() ? TableFile.in(data.get()) : TableFile.temporary();
      return new Program(
          "dynamodb",
          List.of(
              dynoxide().toString(),
              "--host=" + Ports.HOST,
              "--port=" + port,
              "--db-path=" + file.path()),
          installation.root(),
          Map.of(),
          file.readiness(Readiness.listening(List.of(port))),
          Optional.empty());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Path dynoxide() throws InterruptedException {
    try {
      Node node = Node.find();
      Path home = installation.root().resolve("local-stack/dynamodb");
      String name = "@dynoxide/" + node.platform();
      // Named in full: npm silently leaves out an optional dependency that it cannot get.
      String wanted = name + "@" + DYNOXIDE_VERSION;
      node.install(home, wanted, "install", wanted, "--no-save", "--no-package-lock");
      String program = node.platform().startsWith("win32") ? "dynoxide.exe" : "dynoxide";
      return home.resolve("node_modules").resolve(name).resolve(program);
    } catch (LaunchException e) {
      throw new LaunchException(
          "DynamoDB cannot be started: %s. To use another DynamoDB, set %s"
              .formatted(e.getMessage(), AwsVariables.endpointOf(AwsVariables.DYNAMODB)),
          e);
    }
  }

  /**
   * Kinesis: the npm package kinesis-local. The first time, npm installs it.
   *
   * @param data the folder that keeps the streams; absent for in memory
   * @throws LaunchException if Node is missing or npm cannot install the package
   */
  public Program kinesis(int port, Optional<Path> data) throws InterruptedException {
    Path home = installation.root().resolve("local-stack/kinesis");
    try {
      Node.find().install(home, Files.readString(home.resolve("package-lock.json")), "ci");
    } catch (IOException e) {
      throw new LaunchException("kinesis-local cannot be installed: " + e.getMessage(), e);
    }
    Map<String, String> environment = new LinkedHashMap<>();
    environment.put("KINESIS_MOCK_PLAIN_PORT", String.valueOf(port));
    environment.put(AwsVariables.REGION, AwsVariables.EMBEDDED_REGION);
    environment.put("LOG_LEVEL", "ERROR");
    // For all streams together: far more than anyone creates here.
    environment.put("SHARD_LIMIT", "1000");
    for (String change : List.of("CREATE_STREAM", "DELETE_STREAM", "SPLIT_SHARD", "MERGE_SHARDS")) {
      environment.put(change + "_DURATION", "50ms");
    }
    environment.put("SHOULD_PERSIST_DATA", String.valueOf(data.isPresent()));
    environment.put("LOAD_DATA_IF_EXISTS", String.valueOf(data.isPresent()));
    data.ifPresent(folder -> environment.put("PERSIST_PATH", folder.toAbsolutePath().toString()));
    // A kill loses the records of this time; a stop loses none.
    environment.put("PERSIST_INTERVAL", "2s");
    List<String> command =
        List.of(
            "node",
            "--max-old-space-size=" + KINESIS_HEAP,
            "--max-semi-space-size=2",
            "-r",
            home.resolve("local-host.js").toString(),
            "main.js");
    return new Program(
        "kinesis",
        command,
        home.resolve("node_modules/kinesis-local"),
        environment,
        Readiness.listening(List.of(port)),
        Optional.empty());
  }

  /** The identity server: mock-oauth2-server with the module's configuration. */
  public Program identity(int port) {
    String main = "no.nav.security.mock.oauth2.StandaloneMockOAuth2ServerKt";
    Map<String, String> environment = new LinkedHashMap<>();
    environment.put("SERVER_HOSTNAME", Ports.HOST);
    environment.put("SERVER_PORT", String.valueOf(port));
    environment.put("JSON_CONFIG_PATH", "server.json");
    return java(
            new JavaProgram("identity", "local-stack/identity", main, SMALL_HEAP),
            List.of(),
            environment,
            Readiness.listening(List.of(port)))
        .in(installation.root().resolve("local-stack/identity/target/classes"));
  }

  /**
   * The pipe from the stream to the queue. It is ready when both have answered.
   *
   * @param environment all its variables but the checkpoint's
   * @param checkpoint the folder of its checkpoints
   */
  public Program pipe(Map<String, String> environment, Path checkpoint) {
    Map<String, String> variables = new LinkedHashMap<>(environment);
    variables.put("INVENTORY_PIPE_CHECKPOINT", checkpoint.toAbsolutePath().toString());
    return java(
        new JavaProgram("pipe", "local-stack/pipe", "inventory.pipe.Application", PIPE_HEAP),
        List.of(),
        variables,
        Readiness.printed());
  }

  /**
   * A service. It is ready when its health check says so.
   *
   * @param port the port on 127.0.0.1 on which it serves HTTP
   * @param environment all its variables but the port's
   */
  public Program service(Service service, int port, Map<String, String> environment) {
    Map<String, String> variables = new LinkedHashMap<>(environment);
    variables.put("MICRONAUT_SERVER_HOST", Ports.HOST);
    variables.put("MICRONAUT_SERVER_PORT", String.valueOf(port));
    // Micronaut would search for the cloud that it runs in.
    variables.put("MICRONAUT_ENV_DEDUCTION", "false");
    // In AWS, a function counts the table's stream; here ingest-service does.
    variables.putIfAbsent("INVENTORY_FOLLOW_STREAM", "true");
    return java(
        new JavaProgram(service.module(), service.module(), service.mainClass(), SERVICE_HEAP),
        List.of(),
        variables,
        Readiness.healthy(URI.create(http(port) + "/health")));
  }

  /** The validation worker, which runs once and says by its exit code how it went. */
  Program validation(Map<String, String> environment, List<String> arguments) {
    String module = "validation-worker";
    String main = "inventory.validation.Application";
    return java(
        new JavaProgram(module, module, main, VALIDATION_HEAP),
        arguments,
        environment,
        Readiness.immediate());
  }

  /**
   * A program of a module.
   *
   * @param name its name in messages
   * @param heap its largest heap in megabytes
   */
  private record JavaProgram(String name, String module, String mainClass, int heap) {}

  private Program java(
      JavaProgram program,
      List<String> arguments,
      Map<String, String> environment,
      Readiness readiness) {
    String classPath = installation.classPath(program.module());
    Optional<ClassArchive> archive =
        profile == JvmProfile.ARCHIVED
            ? Optional.of(archive(program, classPath))
            : Optional.empty();
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(profile.options(program.heap()));
    // Java 17 would use the shell's charset, and print "?" for what that lacks.
    command.add("-Dfile.encoding=UTF-8");
    archive.map(ClassArchive::options).ifPresent(command::addAll);
    command.add(program.mainClass());
    command.addAll(arguments);
    Map<String, String> variables = new LinkedHashMap<>(environment);
    // Not an option: command lines have a limit.
    variables.put("CLASSPATH", classPath);
    return new Program(
        program.name(), command, Path.of("").toAbsolutePath(), variables, readiness, archive);
  }

  private ClassArchive archive(JavaProgram program, String classPath) {
    try {
      Path target = installation.root().resolve(program.module()).resolve("target");
      return ClassArchive.of(target, program.name().replace(' ', '-'), classPath);
    } catch (IOException e) {
      throw new LaunchException(program.module() + " is not built (" + e.getMessage() + ")", e);
    }
  }

  /** The variables by which every AWS SDK finds the emulator and DynamoDB at these ports. */
  public static Map<String, String> awsVariables(Map<Port, Integer> ports) {
    Map<String, String> variables = AwsVariables.embedded();
    variables.put(AwsVariables.endpointOf(AwsVariables.S3), http(ports.get(Port.S3)));
    variables.put(AwsVariables.endpointOf(AwsVariables.SQS), http(ports.get(Port.SQS)));
    variables.put(AwsVariables.endpointOf(AwsVariables.DYNAMODB), http(ports.get(Port.DYNAMODB)));
    return variables;
  }

  /**
   * The variables by which the reporting API accepts tokens of the identity server at this port.
   */
  static Map<String, String> loginVariables(int port) {
    String issuer = http(port) + "/inventory";
    Map<String, String> variables = new LinkedHashMap<>();
    variables.put(Variables.OIDC_ISSUER, issuer);
    variables.put(Variables.OIDC_JWKS, issuer + "/jwks");
    variables.put(Variables.OIDC_CLIENT_ID, Access.CLIENT_ID);
    variables.put(Variables.OIDC_CLIENTS, Access.CLI_CLIENT_ID);
    return variables;
  }

  /** The base URL of a program of this machine. */
  public static String http(int port) {
    return "http://" + Ports.HOST + ":" + port;
  }
}
