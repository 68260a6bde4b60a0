package inventory.pulumi;

import com.pulumi.Context;
import com.pulumi.Pulumi;
import inventory.pulumi.analytics.Analytics;
import inventory.pulumi.api.WebApi;
import inventory.pulumi.component.StackContext;
import inventory.pulumi.compute.Artefacts;
import inventory.pulumi.compute.ProgramFunction;
import inventory.pulumi.compute.Programs;
import inventory.pulumi.compute.Schedules;
import inventory.pulumi.compute.Workers;
import inventory.pulumi.data.DataResources;
import inventory.pulumi.messaging.EventStream;
import inventory.pulumi.messaging.Producers;
import inventory.pulumi.observability.Operations;
import inventory.pulumi.settings.Settings;
import java.nio.file.Path;
import java.util.Optional;

/** The stack: all components and their dependencies. */
public final class App {

  private App() {}

  /**
   * Runs in {@code pulumi up}, in the module's folder.
   *
   * @param args none
   */
  public static void main(String[] args) {
    AnswerDepth.raise();
    Pulumi.run(
        context -> {
          Settings settings = Settings.of(context);
          Artefacts artefacts = Artefacts.of(Path.of(".."));
          artefacts.require();
          artefacts.advice().forEach(context.log()::warn);
          stack(context, settings, artefacts);
        });
  }

  /** Declares all resources and exports the outputs that people and programs need. */
  static void stack(Context context, Settings settings, Artefacts artefacts) {
    StackContext base = StackContext.of(context, settings);
    DataResources data = DataResources.declare(base);
    Programs programs = new Programs(data);
    Schedules schedules = new Schedules(base, data.key(), data.undelivered());
    WebApi api = WebApi.declare(base, data, programs, artefacts, schedules);
    Workers workers = Workers.declare(base, data, programs, artefacts, schedules, api.site().api());
    Producers producers = new Producers(base, data.key());
    context.export("warehousePolicy", producers.warehouse(data.storage()));
    Optional<ProgramFunction> groups = Optional.empty();
    if (settings.events()) {
      ProgramFunction function = ProgramFunction.messageGroups(data, artefacts);
      EventStream events =
          EventStream.declare(base, data.key(), data.logs(), data.queues(), function.live().arn());
      context.export("stream", events.name());
      context.export("webShopPolicy", producers.webShop(events));
      groups = Optional.of(function);
    }
    Analytics analytics = new Analytics("analytics", base, data.key(), data.storage());
    Operations.declare(base, data, api, workers, groups);

    context.export("dashboard", api.site().url());
    context.export("api", api.site().api());
    context.export("registry", workers.images().registry());
    context.export("workgroup", analytics.workgroup());
    context.export("bucket", data.storage().bucket().bucket());
    context.export("table", data.table().name());
    data.queues().urls().forEach(context::export);
    data.topics().arns().forEach(context::export);
  }
}
