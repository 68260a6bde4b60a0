package inventory.e2e;

import inventory.model.table.FileItem;
import inventory.model.table.Keys;
import inventory.model.table.RunItem;
import inventory.model.table.Table;
import inventory.testkit.Resources;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The findings of the latest validation run, in a readable form. */
final class Findings {

  private Findings() {}

  /** Each as "file:line check", or "warehouse/item: check" if it is not about a file. */
  static List<String> of(Resources resources) {
    return rows(resources).stream().map(Findings::describe).toList();
  }

  private static String describe(CSVRecord row) {
    String place = row.get("file");
    if (place.isEmpty() && !(row.get("warehouse") + row.get("itemId")).isEmpty()) {
      place = row.get("warehouse") + "/" + row.get("itemId");
    }
    return "%s:%s %s".formatted(place, row.get("line"), row.get("check"));
  }

  /** The rows of the list. */
  static List<CSVRecord> rows(Resources resources) {
    String key = latestRun(resources).findingsKey().orElseThrow();
    String list =
        resources.s3().getObjectAsBytes(r -> r.bucket(resources.bucket()).key(key)).asUtf8String();
    CSVFormat format = CSVFormat.DEFAULT.builder().setHeader().setSkipHeaderRecord(true).get();
    try {
      return format.parse(new StringReader(list)).getRecords();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The record of the latest run. */
  static RunItem latestRun(Resources resources) {
    List<RunItem> runs = runs(resources);
    return runs.get(runs.size() - 1);
  }

  /** The records of all runs, oldest first. */
  static List<RunItem> runs(Resources resources) {
    return index(resources, Keys.RUNS).stream().map(RunItem::of).toList();
  }

  /** The id of a file that was received today or yesterday. */
  static String fileIdOf(Resources resources, String key) {
    LocalDate today = LocalDate.now(ZoneOffset.UTC);
    return Stream.of(today.minusDays(1), today)
        .flatMap(day -> index(resources, Keys.filesOf(day)).stream())
        .map(FileItem::of)
        .filter(file -> file.objectKey().equals(key))
        .map(FileItem::fileId)
        .findFirst()
        .orElseThrow();
  }

  private static List<Map<String, AttributeValue>> index(Resources resources, String partition) {
    return resources
        .dynamoDb()
        .queryPaginator(
            r ->
                r.tableName(resources.table())
                    .indexName(Table.INDEX)
                    .keyConditionExpression("gsi1pk = :pk")
                    .expressionAttributeValues(Map.of(":pk", AttributeValue.fromS(partition))))
        .items()
        .stream()
        .toList();
  }
}
