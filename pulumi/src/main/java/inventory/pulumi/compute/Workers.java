package inventory.pulumi;

import inventory.model.resource.Queues;
import java.util.List;

/**
 * What works on files, events and notices: tasks that run while there is work.
 *
 * @param images where their images are pushed
 * @param waking wakes services that sleep
 * @param validation the nightly proof
 */
record Workers(Images images, Waking waking, NightlyValidation validation) {

  /** Declares them. */
  static Workers declare(Foundation base, Data data, Programs programs, WebApi api) {
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
                programs.alert(api.site().api()),
                TaskSize.SMALL,
                1,
                Queues.ALERT,
                Queues.FILES,
                Queues.RUNS));
    ProgramTask validator = tasks.task(programs.validation(), TaskSize.SMALL);
    UndeliveredQueue undelivered = data.undelivered();
    Waking waking = new Waking("waking", base, key, data.logs(), undelivered, services);
    Wakers.declare(waking, data.storage(), validator);
    Timetable timetable = new Timetable(base, key, undelivered);
    new DueWork(base, key, data.logs(), data.holdings(), waking, services, timetable);
    NightlyValidation validation =
        new NightlyValidation(
            base, key, data.logs(), data.holdings(), cluster, validator, network, timetable);
    return new Workers(images, waking, validation);
  }

  /** What all tasks have in common. */
  private record Tasks(
      Foundation base, TaskCluster cluster, Network network, Images images, LogGroups logs) {

    ProgramTask task(Program program, TaskSize size) {
      return new ProgramTask(program, size, base, images, logs);
    }

    ScaledService service(Program program, TaskSize size, int most, String... queues) {
      return new ScaledService(
          program, base, cluster, task(program, size), network, List.of(queues), most);
    }
  }
}
