package inventory.pulumi.settings;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Reads the settings of a configuration and reports all errors together. */
public final class SettingsReader {

  private SettingsReader() {}

  /**
   * Reads all settings.
   *
   * @param lookup the configured text of a key
   * @throws IllegalArgumentException with a line for every wrong value
   */
  public static Settings read(Function<String, Optional<String>> lookup) {
    List<String> refusals = new ArrayList<>();
    for (Setting<?> setting : SettingKeys.ALL) {
      try {
        setting.read(lookup.apply(setting.key()));
      } catch (IllegalArgumentException e) {
        refusals.add(e.getMessage());
      }
    }
    if (!refusals.isEmpty()) {
      throw new IllegalArgumentException(String.join("\n", refusals));
    }
    return settings(new Values(lookup));
  }

  private static Settings settings(Values values) {
    return new Settings(
        values.of(SettingKeys.REGION),
        new Settings.People(
            values.of(SettingKeys.PURCHASING_EMAIL),
            values.of(SettingKeys.OPERATIONS_EMAIL),
            values.of(SettingKeys.PURCHASING_PHONES),
            values.of(SettingKeys.OPERATIONS_PHONES),
            values.of(SettingKeys.OPERATORS),
            values.of(SettingKeys.VIEWERS),
            values.of(SettingKeys.SECOND_FACTOR)),
        values.of(SettingKeys.PROGRAMS),
        values.of(SettingKeys.PROTECT_DATA),
        values.of(SettingKeys.EVENTS),
        values.of(SettingKeys.EVENT_SHARDS),
        values.of(SettingKeys.PRIVATE),
        values.of(SettingKeys.COMPUTE).equals(SettingKeys.FUNCTIONS),
        values.of(SettingKeys.MAX_INGEST_TASKS),
        values.of(SettingKeys.API_REQUESTS_PER_SECOND),
        values.of(SettingKeys.LOG_RETENTION_DAYS),
        values.of(SettingKeys.MONTHLY_BUDGET),
        values.of(SettingKeys.SCAN_LIMIT_MEGABYTES),
        values.of(SettingKeys.SIGN_IN_PREFIX),
        values.of(SettingKeys.TABLE),
        new Settings.Behaviour(
            values.of(SettingKeys.RESTOCK_IF_BELOW),
            values.of(SettingKeys.ALERT_SCOPE),
            values.of(SettingKeys.FILE_NOTICES),
            values.of(SettingKeys.NOTIFY_RECOVERY),
            values.of(SettingKeys.CHECK_DURATION),
            values.of(SettingKeys.CHECKS_OFF)));
  }

  private record Values(Function<String, Optional<String>> lookup) {
    <T> T of(Setting<T> setting) {
      return setting.read(lookup.apply(setting.key()));
    }
  }
}
