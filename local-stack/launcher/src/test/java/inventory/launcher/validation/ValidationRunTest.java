package inventory.launcher.validation;

import static org.assertj.core.api.Assertions.assertThat;

import inventory.launcher.validation.ValidationRun.Finding;
import inventory.model.RunState;
import inventory.model.table.Table;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

class ValidationRunTest {

  private final Map<String, AttributeValue> item =
      new HashMap<>(
          Map.of(
              Table.Run.RUN_ID, AttributeValue.fromS("r"),
              Table.Run.STATE, AttributeValue.fromS("RUNNING")));

  @Test
  void ofARunThatHasJustBegunThereIsNothingYet() {
    assertThat(ValidationRun.of(item))
        .isEqualTo(
            new ValidationRun("r", RunState.RUNNING, 0, 0, Map.of(), List.of(), Optional.empty()));
  }

  @Test
  void findingsAreReadWithTheirPlaceWhereTheyHaveOne() {
    item.put(
        Table.Run.FINDINGS,
        AttributeValue.fromM(
            Map.of(
                "level", AttributeValue.fromN("1"),
                "zero-change", AttributeValue.fromN("2"),
                "movements", AttributeValue.fromN("0"))));
    item.put(
        Table.Run.WORST,
        AttributeValue.fromL(
            List.of(
                AttributeValue.fromM(
                    Map.of(
                        Table.Finding.CHECK, AttributeValue.fromS("level"),
                        Table.Finding.FOUND, AttributeValue.fromS("3"))),
                AttributeValue.fromM(
                    Map.of(
                        Table.Finding.CHECK, AttributeValue.fromS("zero-change"),
                        Table.Finding.FILE, AttributeValue.fromS("a.csv"),
                        Table.Finding.LINE, AttributeValue.fromN("12"),
                        Table.Finding.FOUND, AttributeValue.fromS("0"))))));

    ValidationRun run = ValidationRun.of(item);

    assertThat(run.findings()).isEqualTo(Map.of("level", 1L, "zero-change", 2L));
    assertThat(run.findingCount()).isEqualTo(3);
    assertThat(run.worst())
        .containsExactly(
            new Finding("level", Optional.empty(), Optional.empty(), "3"),
            new Finding("zero-change", Optional.of("a.csv"), Optional.of(12L), "0"));
  }
}
