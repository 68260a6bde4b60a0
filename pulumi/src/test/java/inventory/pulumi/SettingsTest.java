package inventory.pulumi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import inventory.pulumi.settings.Settings;
import inventory.pulumi.settings.SettingsReader;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingsTest {

  private final Map<String, String> values =
      new HashMap<>(
          Map.of(
              "aws:region", "eu-central-1",
              "inventory:purchasingEmail", "purchasing@example.com",
              "inventory:operationsEmail", "operations@example.com"));

  private Settings read() {
    return SettingsReader.read(key -> Optional.ofNullable(values.get(key)));
  }

  @Test
  void whatIsNotSetIsCheapAndSafe() {
    Settings settings = read();

    assertThat(settings.protectData()).isTrue();
    assertThat(settings.events()).isFalse();
    assertThat(settings.privateNetwork()).isFalse();
    assertThat(settings.people().operators()).isEmpty();
    assertThat(settings.behaviour().restockIfBelow()).isEqualTo(10);
    assertThat(settings.behaviour().checkDuration()).isEqualTo("0s");
  }

  @ParameterizedTest
  @CsvSource({
    "aws:region, cn-north-1",
    "aws:region, Frankfurt",
    "inventory:purchasingEmail, purchasing",
    "inventory:operationsEmail, 'a@b,c@d'",
    "inventory:purchasingPhones, 030 123456",
    "inventory:operators, 'a@b,c'",
    "inventory:programs, erp",
    "inventory:programs, erp:admin",
    "inventory:programs, 'erp:read,ERP:read'",
    "inventory:programs, 'erp:read,erp:write'",
    "inventory:protectData, yes",
    "inventory:events, 1",
    "inventory:eventShards, 0",
    "inventory:private, TRUE",
    "inventory:compute, lambda",
    "inventory:maxIngestTasks, many",
    "inventory:apiRequestsPerSecond, -1",
    "inventory:logRetentionDays, 31",
    "inventory:monthlyBudget, 0",
    "inventory:scanLimitMegabytes, 9",
    "inventory:scanLimitMegabytes, 2048",
    "inventory:signInPrefix, My-Shop",
    "inventory:signInPrefix, aws-stock",
    "inventory:signInPrefix, amazon-stock",
    "inventory:restockIfBelow, -1",
    "inventory:alertScope, item",
    "inventory:fileNotices, some",
    "inventory:notifyRecovery, no",
    "inventory:checkDuration, ten seconds",
    "inventory:checksOff, 'Zero change'",
  })
  void aWrongValueIsRefusedWithTheRuleAndTheRemedy(String key, String value) {
    values.put(key, value);

    assertThatThrownBy(this::read)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith(key + " is '" + value + "': it must be ")
        .hasMessageContaining(". Set it with: pulumi config set " + key + " ");
  }

  @Test
  void allErrorsAreReportedTogether() {
    values.remove("aws:region");
    values.put("inventory:events", "maybe");

    assertThatThrownBy(this::read)
        .hasMessage(
            """
            aws:region is not set: it must be an AWS region outside China and GovCloud, for \
            example eu-central-1. Set it with: pulumi config set aws:region eu-central-1
            inventory:events is 'maybe': it must be true or false. Set it with: pulumi config set \
            inventory:events false""");
  }

  @Test
  void severalPeopleAreSetWithCommasBetweenThem() {
    values.put("inventory:operators", "a@example.com, b@example.com");

    assertThat(read().people().operators()).isEqualTo(List.of("a@example.com", "b@example.com"));
  }
}
