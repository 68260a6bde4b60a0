package inventory.reporting.dynamodb;

import inventory.model.RunState;
import inventory.model.table.Table;
import inventory.reporting.domain.runs.ValidationRun;
import java.math.BigInteger;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.stream.Collectors;

/** A validation run as an item of the table. */
final class RunItem {

  private RunItem() {}

  static ValidationRun read(Attributes item) {
    return new ValidationRun(
        item.text(Table.Run.RUN_ID),
        item.instant(Table.Run.STARTED_AT),
        item.optionalInstant(Table.Run.ENDED_AT),
        RunState.valueOf(item.text(Table.Run.STATE)),
        item.optionalText(Table.Run.REASON),
        progress(item),
        findings(item),
        item.maps(Table.Run.WORST).stream().map(RunItem::finding).toList(),
        item.optionalText(Table.Run.FINDINGS_KEY));
  }

  private static ValidationRun.Progress progress(Attributes item) {
    Optional<Double> rate = item.optionalDecimal(Table.Run.RATE);
    Optional<BigInteger> left = item.optionalWhole(Table.Run.SECONDS_LEFT);
    return new ValidationRun.Progress(
        number(item, Table.Run.FILES),
        number(item, Table.Run.FILES_TOTAL),
        number(item, Table.Run.TRANSACTIONS),
        number(item, Table.Run.LEVELS),
        rate.isPresent() ? OptionalDouble.of(rate.get()) : OptionalDouble.empty(),
        left.isPresent() ? OptionalLong.of(left.get().longValueExact()) : OptionalLong.empty(),
        item.optionalInstant(Table.Run.PROGRESS_AT));
  }

  /** A run that has just begun has no numbers. */
  private static long number(Attributes item, String name) {
    return item.optionalWhole(name).orElse(BigInteger.ZERO).longValueExact();
  }

  private static Map<String, Long> findings(Attributes item) {
    return item.numbers(Table.Run.FINDINGS).entrySet().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, check -> check.getValue().longValueExact()));
  }

  private static ValidationRun.Finding finding(Attributes item) {
    Optional<BigInteger> line = item.optionalWhole(Table.Finding.LINE);
    return new ValidationRun.Finding(
        item.text(Table.Finding.CHECK),
        item.optionalText(Table.Finding.FILE),
        line.isPresent() ? OptionalInt.of(line.get().intValueExact()) : OptionalInt.empty(),
        item.optionalText(Table.Finding.WAREHOUSE),
        item.optionalText(Table.Finding.ITEM_ID),
        item.optionalText(Table.Finding.FOUND),
        item.optionalText(Table.Finding.EXPECTED));
  }
}
