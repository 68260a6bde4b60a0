package inventory.launcher.demo;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import inventory.model.FileStatus;
import java.util.List;

/** Writes a file of restock thresholds (requirements T1 and T4). */
public final class ThresholdFile {

  private static final JsonMapper JSON = new JsonMapper();

  private ThresholdFile() {}

  static DemoFile of(String key, List<Threshold> thresholds) {
    String text = text(thresholds.stream().map(ThresholdFile::entry).toList());
    return new DemoFile(key, text, List.of(), thresholds, FileStatus.APPLIED, 0);
  }

  /** The file that holds these entries, in one line: Athena reads JSON line by line. */
  public static String text(List<ObjectNode> entries) {
    ObjectNode file = JSON.createObjectNode();
    file.putArray("ThresholdList").addAll(entries);
    return file.toString();
  }

  /** The entry that sets a threshold. */
  public static ObjectNode entry(Threshold threshold) {
    ObjectNode entry = JSON.createObjectNode();
    entry.put("ItemId", threshold.itemId());
    threshold.warehouse().ifPresent(warehouse -> entry.put("WarehouseName", warehouse));
    entry.put("RestockIfBelow", threshold.restockIfBelow());
    return entry;
  }
}
