package inventory.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class LatencyTest {

  @Test
  void theMedianAndThePercentileAreThoseOfTheSortedTimes() {
    Latency.Result result =
        Latency.Result.of(
            Map.of("ingest", 7.0),
            LongStream.rangeClosed(1, 30).map(i -> (31 - i) * 1_000_000).toArray());

    assertThat(result.count()).isEqualTo(30);
    assertThat(result.median()).isEqualTo(15.0);
    assertThat(result.p95()).isEqualTo(29.0);
  }
}
