package inventory.model.order;

import static org.assertj.core.api.Assertions.assertThat;

import inventory.model.RestockRule;
import inventory.model.StockKey;
import inventory.model.movement.Closing;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OrderProposalTest {

  private static final LocalDate LAST = LocalDate.parse("2026-11-28");
  private static final StockKey KEY = new StockKey("Berlin", "a");

  private static RestockRule rule(Long upTo, Long pack) {
    return new RestockRule(25, Optional.ofNullable(upTo), Optional.ofNullable(pack));
  }

  private static OrderProposal order(long level, RestockRule rule, Outflow outflow) {
    return new OrderProposal(BigInteger.valueOf(level), rule, 2, Optional.ofNullable(outflow));
  }

  private static Outflow outflow(long units, int days) {
    return new Outflow(BigInteger.valueOf(units), days);
  }

  private static Closing closing(int daysBefore, long level, long in, long out) {
    return new Closing(
        KEY,
        LAST.minusDays(daysBefore),
        BigInteger.valueOf(level),
        BigInteger.valueOf(in),
        BigInteger.valueOf(out),
        "through",
        Instant.EPOCH);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "14; 50; ; 36; 14 left, 3.5 a day, 4 days. order 36 = 50 - 14",
        "14; ; ; 36; 14 left, 3.5 a day, 4 days. order 36 = 2 x 25 - 14",
        "14; 50; 6; 36; 14 left, 3.5 a day, 4 days. order 36 = 6 x 6, for 36 = 50 - 14",
        "14; 50; 20; 40; 14 left, 3.5 a day, 4 days. order 40 = 2 x 20, for 36 = 50 - 14",
        "14; 50; 1; 36; 14 left, 3.5 a day, 4 days. order 36 = 50 - 14",
        "3; 50; ; 47; 3 left, 3.5 a day, less than a day. order 47 = 50 - 3",
        "4; 50; ; 46; 4 left, 3.5 a day, 1 day. order 46 = 50 - 4",
        "0; 50; ; 50; 0 left, 3.5 a day, less than a day. order 50 = 50 - 0",
        "-5; 50; 12; 60; -5 left, 3.5 a day, less than a day. order 60 = 5 x 12, for 55 = 50 + 5",
        "50; 50; 12; 0; 50 left, 3.5 a day, 14 days. order 0",
        "70; 50; 12; 0; 70 left, 3.5 a day, 20 days. order 0"
      })
  void theQuantityRestoresTheLevelInWholePacksAndIsExplained(
      long level, Long upTo, Long pack, long quantity, String explanation) {
    OrderProposal order = order(level, rule(upTo, pack), outflow(98, 28));

    assertThat(order.quantity()).isEqualTo(quantity);
    assertThat(order.explanation()).isEqualTo(explanation.replace(". ", "; "));
  }

  @Test
  void withTooLittleHistoryNothingIsGuessed() {
    OrderProposal order = order(14, rule(50L, null), outflow(98, 6));

    assertThat(order.perDay()).isEmpty();
    assertThat(order.daysOfCover()).isEmpty();
    assertThat(order.stockOutOn(LAST)).isEmpty();
    assertThat(order.explanation()).isEqualTo("14 left, too little history; order 36 = 50 - 14");
    assertThat(order(14, rule(50L, null), Outflow.NONE).lasts()).isEqualTo("too little history");
    assertThat(order(14, rule(50L, null), null).explanation())
        .isEqualTo("14 left; order 36 = 50 - 14");
  }

  @Test
  void stockOfWhichNothingLeavesHasNoEnd() {
    OrderProposal order = order(14, rule(50L, null), outflow(0, 10));

    assertThat(order.perDay()).hasValue(BigDecimal.ZERO);
    assertThat(order.daysOfCover()).isEmpty();
    assertThat(order.explanation()).isEqualTo("14 left, 0 a day in 10 days; order 36 = 50 - 14");
  }

  @Test
  void stockRunsOutAfterTheDaysOfCover() {
    assertThat(order(14, rule(50L, null), outflow(98, 28)).stockOutOn(LAST))
        .hasValue(LocalDate.parse("2026-12-02"));
    assertThat(order(Long.MAX_VALUE, rule(50L, null), outflow(1, 28)).daysOfCover())
        .hasValue(9_999);
  }

  @Test
  void theHistoryBeginsWithTheFirstFact() {
    List<Closing> closings =
        List.of(closing(0, 14, 0, 4), closing(3, 18, 0, 3), closing(9, 21, 30, 9));

    assertThat(Outflow.of(closings, LAST)).isEqualTo(outflow(16, 10));
  }

  @Test
  void onlyTheLastTwentyEightDaysCount() {
    List<Closing> closings =
        List.of(closing(27, 14, 0, 4), closing(28, 18, 0, 100), closing(90, 118, 0, 100));

    assertThat(Outflow.of(closings, LAST)).isEqualTo(outflow(4, 28));
    assertThat(Outflow.of(closings.subList(1, 3), LAST)).isEqualTo(outflow(0, 28));
    assertThat(Outflow.of(List.of(), LAST)).isEqualTo(Outflow.NONE);
  }

  @Test
  void anItemThatMovesEachDayNeedsNoMoreThanTheClosingsThatAreRead() {
    List<Closing> closings = new ArrayList<>();
    for (int day = 0; day < Outflow.CLOSINGS; day++) {
      closings.add(closing(day, 1_000 + day, 0, 1));
    }

    assertThat(Outflow.of(closings, LAST)).isEqualTo(outflow(28, 28));
  }

  @Test
  void whatCountsDidNotFindHasLeftAndWhatTheyFoundMoreHasNot() {
    // 20 + 5 - 3 = 22 were expected and 18 found; 18 were expected and 25 found.
    List<Closing> closings =
        List.of(closing(0, 25, 0, 0), closing(1, 18, 5, 3), closing(9, 20, 20, 0));

    assertThat(Outflow.of(closings, LAST)).isEqualTo(outflow(7, 10));
  }

  @Test
  void theOutflowOfSeveralWarehousesIsTheirSumOverTheLongestHistory() {
    assertThat(outflow(10, 28).plus(outflow(5, 3))).isEqualTo(outflow(15, 28));
    assertThat(outflow(10, 28).perDay()).hasToString("0.36");
    assertThat(outflow(280, 28).perDay()).hasToString("10");
  }
}
