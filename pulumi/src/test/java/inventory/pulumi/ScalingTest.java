package inventory.pulumi;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The declared policy of ingest-service as tasks, applied to a day by the rules that AWS documents
 * for target tracking: three points above the target start more tasks in proportion, fifteen points
 * below nine tenths of it end some, and a missing point changes nothing. The metrics arrive late,
 * have gaps, and are zero while nothing waits.
 */
class ScalingTest {

  private static final int MINUTES = 24 * 60;

  /** How many files a task processes at the same time, and how many of them in a minute each. */
  private static final int CONSUMERS = 4;

  private static final int FILES_A_MINUTE = 4;

  private static final int BURST_START = 120;
  private static final int BURST_END = 180;
  private static final int LAST_LONG_FILE = 20 * 60;
  private static final int LONG_FILE_MINUTES = 45;

  private final Declaration declaration = Stack.of(Stack.PROD_TASKS).declaration();
  private final Declared policy = declaration.only("appautoscaling/policy:Policy");
  private final Declared limits = declaration.only("appautoscaling/target:Target");

  /** A point of the metric, as the rules see it from {@code visibleAt} on; NaN if it is missing. */
  private record Point(int visibleAt, double backlog) {}

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
  void tasksFollowTheBacklogAndNoBusyTaskEnds(long seed) {
    assertThat((String) metric("expression", 3)).isEqualTo("(waiting0 + waiting1) / tasks");
    Random random = new Random(seed);
    Day day = new Day(random);
    int most = 0;
    for (int minute = 0; minute < MINUTES; minute++) {
      day.pass(minute);
      most = Math.max(most, day.tasks.size());
      if (minute < BURST_START) {
        assertThat(day.tasks).as("minute %d, before the burst", minute).hasSize(1);
      }
    }
    assertThat(most).isEqualTo(number(limits, "maxCapacity"));
    assertThat(day.tasks).hasSize(number(limits, "minCapacity"));
    assertThat(day.endedBusy).isZero();
    assertThat(day.longFiles).isPositive();
  }

  private Object metric(String property, int index) {
    return policy.at(
        "targetTrackingScalingPolicyConfiguration",
        "customizedMetricSpecification",
        "metrics",
        index,
        property);
  }

  private int seconds(String cooldown) {
    return ((Double) policy.at("targetTrackingScalingPolicyConfiguration", cooldown)).intValue();
  }

  private static int number(Declared resource, String property) {
    return ((Double) resource.at(property)).intValue();
  }

  /** Queue, tasks and what the rules know of them. */
  private final class Day {

    private final Random random;
    private final double target =
        (Double) policy.at("targetTrackingScalingPolicyConfiguration", "targetValue");
    private final List<Point> points = new ArrayList<>();

    /** The minute until which a consumer of each task is busy with a long file. */
    private final List<Integer> tasks = new ArrayList<>(List.of(0));

    private int waiting;
    private int longFiles;
    private int endedBusy;
    private int lastOut = -MINUTES;
    private int lastIn = -MINUTES;

    Day(Random random) {
      this.random = random;
    }

    void pass(int minute) {
      waiting += minute >= BURST_START && minute < BURST_END ? 120 + random.nextInt(60) : 2;
      for (int i = 0; i < tasks.size(); i++) {
        boolean isBusy = tasks.get(i) > minute;
        waiting = Math.max(0, waiting - (isBusy ? CONSUMERS - 1 : CONSUMERS) * FILES_A_MINUTE);
        if (!isBusy && minute < LAST_LONG_FILE && random.nextInt(200) == 0) {
          tasks.set(i, minute + LONG_FILE_MINUTES);
          longFiles++;
        }
      }
      double backlog = random.nextInt(10) == 0 ? Double.NaN : (double) waiting / tasks.size();
      points.add(new Point(minute + 1 + random.nextInt(3), backlog));
      scale(minute);
    }

    private void scale(int minute) {
      List<Double> seen =
          points.stream()
              .filter(point -> point.visibleAt() <= minute && !Double.isNaN(point.backlog()))
              .map(Point::backlog)
              .toList();
      if (last(seen, 3).stream().allMatch(value -> value > target) && seen.size() >= 3) {
        out(minute, seen.get(seen.size() - 1));
      } else if (last(seen, 15).stream().allMatch(value -> value < 0.9 * target)
          && seen.size() >= 15) {
        in(minute, seen.get(seen.size() - 1));
      }
    }

    private void out(int minute, double backlog) {
      int wanted =
          Math.min(number(limits, "maxCapacity"), (int) Math.ceil(tasks.size() * backlog / target));
      if ((minute - lastOut) * 60 >= seconds("scaleOutCooldown") && wanted > tasks.size()) {
        while (tasks.size() < wanted) {
          tasks.add(minute + 1);
        }
        lastOut = minute;
      }
    }

    /** Ends only tasks without protection, and waits with the others. */
    private void in(int minute, double backlog) {
      int wanted =
          Math.max(number(limits, "minCapacity"), (int) Math.ceil(tasks.size() * backlog / target));
      if ((minute - lastIn) * 60 < seconds("scaleInCooldown")) {
        return;
      }
      lastIn = minute;
      boolean areProtected = protectedWhileBusy();
      for (int i = tasks.size() - 1; i >= 0 && tasks.size() > wanted; i--) {
        boolean isBusy = tasks.get(i) > minute;
        if (!isBusy || !areProtected) {
          tasks.remove(i);
          endedBusy += isBusy ? 1 : 0;
        }
      }
    }

    private boolean protectedWhileBusy() {
      return declaration
          .find("ecs/taskDefinition:TaskDefinition", "inventory-ingest-service")
          .inputs()
          .toString()
          .contains("{\"name\":\"INVENTORY_SCALE_IN_PROTECTION\",\"value\":\"true\"}");
    }

    private static List<Double> last(List<Double> values, int count) {
      return values.subList(Math.max(0, values.size() - count), values.size());
    }
  }
}
