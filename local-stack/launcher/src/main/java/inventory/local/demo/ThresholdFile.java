package inventory.local.demo;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import inventory.model.FileStatus;
import java.util.List;

/** Writes a file of restock thresholds (requirements T1 and T4). */
final class ThresholdFile {

  private static final JsonMapper JSON = new JsonMapper();

  private ThresholdFile() {}

  static DemoFile of(String key, List<Threshold> thresholds) {
    ObjectNode file = JSON.createObjectNode();
    ArrayNode list = file.putArray("ThresholdList");
    for (Threshold threshold : thresholds) {
      ObjectNode entry = list.addObject();
      entry.put("ItemId", threshold.itemId());
      threshold.warehouse().ifPresent(warehouse -> entry.put("WarehouseName", warehouse));
      entry.put("RestockIfBelow", threshold.restockIfBelow());
    }
    return new DemoFile(key, file.toPrettyString(), List.of(), thresholds, FileStatus.APPLIED, 0);
  }
}
