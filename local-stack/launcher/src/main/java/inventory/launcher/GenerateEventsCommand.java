package inventory.launcher;

import inventory.launcher.generate.Events;
import inventory.launcher.generate.Recipe;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Makes events of web shops. */
@Command(
    name = "events",
    sortOptions = false,
    description =
        "Make events of web shops: products added, changed, removed and added again. They go into"
            + " the event stream, or into the queue behind it where there is none.")
final class GenerateEventsCommand implements Callable<Integer> {

  private static final int MAX_EVENTS = 100_000_000;

  @Option(
      names = "--events",
      paramLabel = "N",
      defaultValue = "1000",
      description = "How many events, without those that come twice (${DEFAULT-VALUE}).")
  private int events;

  @Mixin private GenerateOptions options;

  @Mixin private TimelineOptions timeline;

  @Mixin private GenerateOutput output;

  @Override
  public Integer call() throws Exception {
    options.require("--events", events, MAX_EVENTS);
    Recipe recipe = options.shops("Shop", timeline.start(), timeline.zipf(), timeline.late());
    output.events(
        events,
        (sink, progress) ->
            new Events(recipe, events).publish(sink, output.rate(), progress::step));
    return 0;
  }
}
