package inventory.launcher.bench.reports;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class ServedTest {

  @Test
  void ninetyNineOfAHundredAreWithinTheTime() {
    long[] millis = LongStream.rangeClosed(1, 200).map(i -> (201 - i) * 1_000_000).toArray();

    Served served = Served.of(millis, 4);

    assertThat(served.p99Millis()).isEqualTo(198);
    assertThat(served.perSecond()).isEqualTo(50);
  }

  @Test
  void ofOneRequestItIsThat() {
    assertThat(Served.of(new long[] {2_500_000}, 1).p99Millis()).isEqualTo(2.5);
  }
}
