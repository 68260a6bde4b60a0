package inventory.pulumi.compute;

import com.pulumi.core.Output;
import inventory.model.resource.Queues;
import inventory.pulumi.component.StackContext;
import inventory.pulumi.data.DataResources;
import inventory.pulumi.messaging.UndeliveredQueue;
import inventory.pulumi.network.Network;
import inventory.pulumi.storage.EncryptionKey;
import inventory.pulumi.storage.LogGroups;
import java.util.List;

/**
 * The services that process files, events and notices, as tasks that run while there is work.
 *
 * @param images the repositories of their images
 * @param scaleUp starts services that have no task
 * @param validation the nightly validation
 */
public record Workers(Images images, ScaleUp scaleUp, NightlyValidation validation) {

  /** Declares the services. */
  public static Workers declare(
      StackContext base, DataResources data, Programs programs, Output<String> api) {
    EncryptionKey key = data.key();
    Network network = new Network("network", base);
    TaskCluster cluster = new TaskCluster("cluster", base, key);
    Images images = new Images("images", base, key);
    Tasks tasks = new Tasks(base, cluster, network, images, data.logs());
    int most = base.settings().maxIngestTasks();
    List<ScaledService> services =
        List.of(
            tasks.service(programs.ingest(), TaskSize.LARGE, most, Queues.INGEST, Queues.EVENTS),
            tasks.service(programs.threshold(), TaskSize.SMALL, 1, Queues.THRESHOLD),
            tasks.service(
                programs.alert(api), TaskSize.SMALL, 1, Queues.ALERT, Queues.FILES, Queues.RUNS));
    ProgramTask validator = tasks.task(programs.validation(), TaskSize.SMALL);
    UndeliveredQueue undelivered = data.undelivered();
    ScaleUp scaleUp = new ScaleUp("waking", base, key, data.logs(), undelivered, services);
    ScaleUpTriggers.declare(scaleUp, data.storage(), validator);
    Schedules schedules = new Schedules(base, key, undelivered);
    new ScheduledChecks(base, data, scaleUp, services, schedules);
    NightlyValidation validation =
        new NightlyValidation(base, data, cluster, validator, network, schedules);
    return new Workers(images, scaleUp, validation);
  }

  /** The common parts of all tasks. */
  private record Tasks(
      StackContext base, TaskCluster cluster, Network network, Images images, LogGroups logs) {

    ProgramTask task(Program program, TaskSize size) {
      return new ProgramTask(program, size, base, images, logs);
    }

    ScaledService service(Program program, TaskSize size, int most, String... queues) {
      return new ScaledService(
          program, base, cluster, task(program, size), network, List.of(queues), most);
    }
  }
}
