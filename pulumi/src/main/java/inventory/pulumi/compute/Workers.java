package inventory.pulumi.compute;

import com.pulumi.core.Output;
import inventory.model.resource.Queues;
import inventory.pulumi.component.StackContext;
import inventory.pulumi.data.DataResources;
import inventory.pulumi.network.Network;
import java.util.ArrayList;
import java.util.List;

/**
 * The services that process files, events and notices, as functions or as tasks, and the nightly
 * validation.
 *
 * @param images the repositories of images
 * @param functions the services that are functions
 * @param services the names of the services that are tasks
 * @param projection what keeps the counters and the catalogue
 * @param validation the nightly validation
 */
public record Workers(
    Images images,
    List<ProgramFunction> functions,
    List<String> services,
    ProgramFunction projection,
    NightlyValidation validation) {

  /** One processor: a file is read by one thread, and written by many that wait. */
  private static final int INGEST_MEGABYTES = 1_769;

  private static final int OTHER_MEGABYTES = 1_024;

  /** A service as a task processes four files at a time. */
  private static final int FILES_PER_TASK = 4;

  /** The fewest calls at the same time that AWS lets a mapping have. */
  private static final int FEW = 2;

  /** The most messages of a call, for events: they are small. */
  private static final int EVENTS = 10;

  /** Declares them. */
  public static Workers declare(
      StackContext base,
      DataResources data,
      Programs programs,
      Artefacts artefacts,
      Schedules schedules,
      Output<String> api) {
    Network network = new Network("network", base);
    TaskCluster cluster = new TaskCluster("cluster", base, data.key());
    Images images = new Images("images", base, data.key(), artefacts);
    Tasks tasks = new Tasks(base, data, cluster, network, images);
    List<ProgramFunction> functions = new ArrayList<>();
    List<String> services = new ArrayList<>();
    if (base.settings().functions()) {
      functions.addAll(functions(data, programs, artefacts, schedules, api));
      new LargeFiles(
          base,
          data,
          cluster,
          network,
          tasks.task(ProgramTask.patient(programs.largeFiles()), TaskSize.LARGE));
    } else {
      services.addAll(tasks.services(programs, api));
    }
    ProgramTask validator = tasks.task(programs.validation(), TaskSize.SMALL);
    NightlyValidation validation =
        new NightlyValidation(base, data, cluster, validator, network, schedules);
    ProgramFunction projection = ProgramFunction.projection(programs.projection(), data, artefacts);
    return new Workers(images, functions, services, projection, validation);
  }

  private static List<ProgramFunction> functions(
      DataResources data,
      Programs programs,
      Artefacts artefacts,
      Schedules schedules,
      Output<String> api) {
    int files = FILES_PER_TASK * data.base().settings().maxIngestTasks();
    ProgramFunction ingest = function(programs.ingestFunction(), data, artefacts, INGEST_MEGABYTES);
    ingest.consume(data, Queues.INGEST, 1, files);
    // Of a stream, and of facts that are stated over REST.
    ingest.consume(data, Queues.EVENTS, EVENTS, files);
    ProgramFunction threshold = function(programs.threshold(), data, artefacts, OTHER_MEGABYTES);
    threshold.consume(data, Queues.THRESHOLD, 1, FEW);
    ProgramFunction alert = function(programs.alert(api), data, artefacts, OTHER_MEGABYTES);
    for (String queue : List.of(Queues.ALERT, Queues.FILES, Queues.RUNS)) {
      alert.consume(data, queue, 1, FEW);
    }
    schedules.add(
        alert,
        "inventory-alert-due",
        "Snoozes that are over, and notifications that wait",
        "rate(1 minute)",
        alert.live().arn(),
        alert.call(),
        "{}");
    return List.of(ingest, threshold, alert);
  }

  private static ProgramFunction function(
      Program program, DataResources data, Artefacts artefacts, int megabytes) {
    return new ProgramFunction(
        program,
        data,
        artefacts.function(program.name()),
        ProgramFunction.QUEUES,
        megabytes,
        ProgramFunction.SERVICE_SECONDS);
  }

  /** The common parts of all tasks. */
  private record Tasks(
      StackContext base, DataResources data, TaskCluster cluster, Network network, Images images) {

    ProgramTask task(Program program, TaskSize size) {
      return new ProgramTask(program, size, base, images, data.logs());
    }

    List<String> services(Programs programs, Output<String> api) {
      int most = base.settings().maxIngestTasks();
      return List.of(
          service(programs.ingest(), TaskSize.LARGE, most, Queues.INGEST, Queues.EVENTS),
          service(programs.threshold(), TaskSize.SMALL, 1, Queues.THRESHOLD),
          service(programs.alert(api), TaskSize.SMALL, 1, Queues.ALERT, Queues.FILES, Queues.RUNS));
    }

    private String service(Program program, TaskSize size, int most, String... queues) {
      new TaskService(
          program,
          base,
          cluster,
          task(ProgramTask.protectedWhileBusy(program, base), size),
          network,
          List.of(queues),
          most);
      return program.name();
    }
  }
}
