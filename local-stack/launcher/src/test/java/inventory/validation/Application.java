package inventory.validation;

import java.lang.management.ManagementFactory;
import java.util.List;

/**
 * Stands in for the validation worker, which is built after the launcher: prints how it was
 * started, and exits with the code in {@code STAND_IN}.
 */
final class Application {

  private Application() {}

  public static void main(String[] args) throws InterruptedException {
    System.out.println("arguments " + List.of(args));
    System.out.println("check of " + System.getenv("INVENTORY_CHECK_DURATION") + " für jede Zeile");
    System.out.println("table " + System.getenv("INVENTORY_TABLE"));
    System.out.println("heap " + heapOptions());
    String end = System.getenv("STAND_IN");
    if (!end.equals("waits")) {
      System.exit(Integer.parseInt(end));
    }
    System.out.println("pid " + ProcessHandle.current().pid());
    Runtime.getRuntime().addShutdownHook(new Thread(() -> System.out.println("stopped in order")));
    Thread.currentThread().join();
  }

  private static List<String> heapOptions() {
    return ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
        .filter(option -> option.startsWith("-Xmx"))
        .toList();
  }
}
