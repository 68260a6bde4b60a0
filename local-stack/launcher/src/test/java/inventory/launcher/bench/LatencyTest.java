package inventory.launcher.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

final class LatencyTest {

  @Test
  void theMedianAndThePercentileAreOfTheSortedTimes() {
    List<Long> nanos =
        LongStream.rangeClosed(1, 30).map(i -> (31 - i) * 1_000_000).boxed().toList();

    Latency.Result result = Latency.Result.of(nanos);

    assertThat(result.files()).isEqualTo(30);
    assertThat(result.median()).isEqualTo(15.0);
    assertThat(result.p95()).isEqualTo(29.0);
  }
}
