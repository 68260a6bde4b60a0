package inventory.launcher.bench;

import static org.assertj.core.api.Assertions.assertThat;

import inventory.launcher.bench.Work.WorkFile;
import inventory.model.StockKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class WorkWriterTest {

  @TempDir Path folder;

  @Test
  void theTotalsAreWhatTheRowsOfTheFilesAddUpTo() throws IOException {
    Work work = new WorkWriter(new WorkShape("large", 1, 2_000, 100), 50).write(folder);

    assertThat(sums(work)).isEqualTo(work.totals()).hasSize(100);
    assertThat(work.firstRows()).hasSize(50);
  }

  @Test
  void withAsManyPairsAsRowsEachRowHasItsOwn() throws IOException {
    Work work = new WorkWriter(new WorkShape("small", 5, 40, 200), 1_000).write(folder);

    assertThat(work.files()).hasSize(5);
    assertThat(sums(work)).isEqualTo(work.totals()).hasSize(200);
    assertThat(work.firstRows()).hasSize(200);
  }

  @Test
  void twoWorksShareNoWarehouse() throws IOException {
    Work one = new WorkWriter(new WorkShape("one", 1, 100, 50), 1).write(folder);
    Work other = new WorkWriter(new WorkShape("other", 1, 100, 50), 1).write(folder);

    assertThat(one.warehouses()).hasSize(20).doesNotContainAnyElementsOf(other.warehouses());
  }

  private static Map<StockKey, Long> sums(Work work) throws IOException {
    Map<StockKey, Long> sums = new HashMap<>();
    for (WorkFile file : work.files()) {
      List<String> lines = Files.readAllLines(file.path());
      for (String line : lines.subList(1, lines.size())) {
        String[] cells = line.split("\t", -1);
        sums.merge(new StockKey(cells[1], cells[2]), Long.valueOf(cells[4]), Long::sum);
      }
    }
    return sums;
  }
}
