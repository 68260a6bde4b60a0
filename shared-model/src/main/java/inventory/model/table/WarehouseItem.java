package inventory.model.table;

import static inventory.model.table.Values.number;
import static inventory.model.table.Values.text;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * The record of a warehouse. Several services keep attributes in it, so it is updated and never
 * put; the updates are for the key {@link #key}.
 *
 * @param name its name; empty until a file or an event with this warehouse is applied
 * @param firstSeen where the validation first read its name, once it has
 * @param reportedOn the days, in UTC, on which files with its name arrived
 */
public record WarehouseItem(
    Optional<String> name, Optional<Line> firstSeen, Set<LocalDate> reportedOn) {

  private static final String WAREHOUSE = "warehouse";
  private static final String FIRST_FILE_ID = "firstFileId";
  private static final String FIRST_LINE = "firstLine";
  private static final String REPORTED_ON = "reportedOn";

  /** Projection of {@link #name}. */
  public static final List<String> NAME = List.of(WAREHOUSE);

  /** A line of a file. */
  public record Line(String fileId, int line) {}

  /** The key of a warehouse's record. */
  public static Map<String, AttributeValue> key(String warehouse) {
    return Values.key(Keys.WAREHOUSES, Keys.sortable(warehouse));
  }

  /** The warehouse of an item of the table. */
  public static WarehouseItem of(Map<String, AttributeValue> item) {
    Attributes attributes = new Attributes(item);
    Optional<Integer> line = attributes.optionalInt(FIRST_LINE);
    return new WarehouseItem(
        attributes.optionalText(WAREHOUSE),
        attributes.optionalText(FIRST_FILE_ID).map(id -> new Line(id, line.orElseThrow())),
        Optional.ofNullable(item.get(REPORTED_ON))
            .map(days -> days.ss().stream().map(LocalDate::parse).collect(Collectors.toSet()))
            .orElse(Set.of()));
  }

  /** Records the name, at about the same time as the first level in the warehouse. */
  public static ItemUpdate announce(String warehouse) {
    return new ItemUpdate().set(WAREHOUSE, text(warehouse));
  }

  /** Records the line in which the name was first seen, unless one is on record. */
  public static ItemUpdate seen(String warehouse, Line first) {
    return announce(warehouse)
        .set(FIRST_FILE_ID, "if_not_exists(#firstFileId, :firstFileId)", text(first.fileId()))
        .set(FIRST_LINE, "if_not_exists(#firstLine, :firstLine)", number(first.line()));
  }

  /** Adds a day on which a file with the name arrived. */
  public static ItemUpdate reported(LocalDate day) {
    return new ItemUpdate().add(REPORTED_ON, days(List.of(day)));
  }

  /** Removes days on which files with the name arrived; at least one. */
  public static ItemUpdate forget(Collection<LocalDate> days) {
    return new ItemUpdate().delete(REPORTED_ON, days(days));
  }

  private static AttributeValue days(Collection<LocalDate> days) {
    return AttributeValue.fromSs(days.stream().map(LocalDate::toString).toList());
  }
}
