package inventory.model.function;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MessageGroupsTest {

  private static String group(String partitionKey) {
    List<Map<String, Object>> grouped =
        new MessageGroups()
            .handleRequest(List.of(Map.of("partitionKey", partitionKey, "data", "e30=")), null);
    assertThat(grouped).singleElement().satisfies(r -> assertThat(r).containsEntry("data", "e30="));
    return (String) grouped.get(0).get(MessageGroups.GROUP);
  }

  @Test
  void aKeyThatSqsAcceptsIsTheGroup() {
    assertThat(group("P98765")).isEqualTo("P98765");
    assertThat(group("x".repeat(128))).isEqualTo("x".repeat(128));
  }

  @ParameterizedTest
  @ValueSource(strings = {"P 98765", "Käse", ""})
  void anyOtherKeyHasAGroupThatSqsAccepts(String key) {
    assertThat(group(key)).matches("[0-9a-f]{64}").isEqualTo(group(key)).isNotEqualTo(group("P"));
  }

  @Test
  void aKeyThatIsTooLongHasAShorterGroup() {
    assertThat(group("x".repeat(129))).matches("[0-9a-f]{64}");
  }
}
