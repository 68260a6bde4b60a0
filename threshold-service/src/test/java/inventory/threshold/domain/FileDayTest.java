package inventory.threshold.domain;

import static org.assertj.core.api.Assertions.assertThat;

import inventory.model.inbox.Upload;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FileDayTest {

  private static final Instant UPLOADED = Instant.parse("2026-11-21T23:30:00.5Z");

  private static Upload upload(String key, Instant at) {
    return new Upload(key, "v1", true, 1, at);
  }

  @ParameterizedTest
  @CsvSource({
    "restock_thresholds/2026/11/20/restock_thresholds.json, 2026-11-20, ",
    "/restock_thresholds/2026/11/20/restock_thresholds.json, 2026-11-20, ",
    "restock_thresholds/2026/1/2/a/b.json, 2026-01-02, ",
    "restock_thresholds/2026/11/22/restock_thresholds.json, 2026-11-22, ",
    "restock_thresholds/2026/11/23/a.json, 2026-11-21, the key's day 2026-11-23 is in the future",
    "restock_thresholds/2026/02/30/restock_thresholds.json, 2026-11-21, the key has no day",
    "restock_thresholds/berlin.json, 2026-11-21, the key has no day",
    "restock_thresholds/2026/11/20.json, 2026-11-21, the key has no day"
  })
  void theDayIsTheKeysUnlessItHasNoneThatCounts(String key, String day, String problem) {
    Upload upload = upload(key, UPLOADED);

    assertThat(FileDay.version(upload).day()).hasToString(day);
    assertThat(FileDay.problem(upload).map(text -> text.replaceFirst(", so .*", "")).orElse(null))
        .isEqualTo(problem);
  }

  @Test
  void itsTextSortsByDayThenByUploadThenByFile() {
    String early = "restock_thresholds/2026/11/20/restock_thresholds.json";
    String late = "restock_thresholds/2026/11/21/restock_thresholds.json";

    assertThat(FileDay.version(upload(early, UPLOADED)).text())
        .isEqualTo("2026-11-20#2026-11-21T23:30:00.500000000Z#" + upload(early, UPLOADED).fileId())
        .isLessThan(FileDay.version(upload(early, UPLOADED.plusMillis(1))).text())
        .isLessThan(FileDay.version(upload(late, UPLOADED.minusSeconds(3_600))).text());
  }
}
