package inventory.launcher.cli;

import inventory.stack.Installation;
import inventory.stack.Port;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Options of a local environment that stays: its folder, and one option for each port. */
final class StackOptions {

  @Option(
      names = "--state",
      paramLabel = "DIR",
      defaultValue = "${env:INVENTORY_STATE}",
      description = "Folder that keeps everything; .inventory in the project by default.")
  private Path state;

  private CommandSpec command;

  @Spec(Spec.Target.MIXEE)
  void setCommand(CommandSpec command) {
    this.command = command;
    for (Port port : Port.values()) {
      command.addOption(
          OptionSpec.builder(port.option())
              .paramLabel("PORT")
              .type(int.class)
              .defaultValue("${env:%s:-%d}".formatted(port.variable(), port.standard()))
              .description("Port of %s (${DEFAULT-VALUE}).".formatted(port.user()))
              .build());
    }
  }

  /** The state folder, absolute. */
  Path state() {
    return Optional.ofNullable(state)
        .orElseGet(() -> Installation.find().root().resolve(".inventory"))
        .toAbsolutePath()
        .normalize();
  }

  /** The number of each port. */
  Map<Port, Integer> ports() {
    Map<Port, Integer> ports = new EnumMap<>(Port.class);
    for (Port port : Port.values()) {
      ports.put(port, command.findOption(port.option()).getValue());
    }
    return ports;
  }
}
