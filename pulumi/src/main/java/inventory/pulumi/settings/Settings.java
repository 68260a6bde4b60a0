package inventory.pulumi.settings;

import com.pulumi.Context;
import java.util.List;

/**
 * The settings of a stack, from {@code Pulumi.<stack>.yaml}. {@link SettingKeys} has the rules,
 * defaults and meanings.
 *
 * @param region the region of all resources
 * @param people recipients of messages, and users
 * @param programs programs that may call the API
 * @param protectData whether data is protected against deletion
 * @param events whether there is a stream of events, which has an idle cost
 * @param eventShards number of shards of the stream
 * @param privateNetwork whether tasks run in private subnets, which have an idle cost
 * @param functions whether the services run as functions, not as tasks
 * @param maxIngestTasks largest number of ingest-service tasks
 * @param apiRequestsPerSecond requests per second that the API accepts
 * @param logRetentionDays days that logs are kept
 * @param monthlyBudget the budget in US dollars
 * @param scanLimitMegabytes megabytes that one SQL query may read
 * @param signInPrefix first part of the sign-in page's host name; empty for one with the account's
 *     number
 * @param table the name of the table that all programs use
 * @param behaviour the settings of the services
 */
public record Settings(
    String region,
    People people,
    List<ApiProgram> programs,
    boolean protectData,
    boolean events,
    int eventShards,
    boolean privateNetwork,
    boolean functions,
    int maxIngestTasks,
    int apiRequestsPerSecond,
    int logRetentionDays,
    int monthlyBudget,
    int scanLimitMegabytes,
    String signInPrefix,
    String table,
    Behaviour behaviour) {

  /**
   * Recipients of messages, and users.
   *
   * @param purchasingEmail gets e-mails about low stock
   * @param operationsEmail gets e-mails about the system
   * @param purchasingPhones get text messages about low stock
   * @param operationsPhones get text messages about notices and alarms
   * @param operators may sign in and make changes
   * @param viewers may sign in and read
   * @param secondFactor whether they must sign in with a second factor
   */
  public record People(
      String purchasingEmail,
      String operationsEmail,
      List<String> purchasingPhones,
      List<String> operationsPhones,
      List<String> operators,
      List<String> viewers,
      boolean secondFactor) {}

  /**
   * A program that may call the API.
   *
   * @param name its name
   * @param scopes what it may do: {@code read}, {@code write}, {@code operate}
   */
  public record ApiProgram(String name, List<String> scopes) {}

  /**
   * The settings of the services; their READMEs explain them.
   *
   * @param restockIfBelow the threshold of items without one
   * @param alertScope {@code warehouse} or {@code total}
   * @param fileNotices {@code all}, {@code problems} or {@code none}
   * @param notifyRecovery whether purchasing gets messages about recovered stock
   * @param checkDuration duration of the customer's own check of a transaction
   * @param checksOff checks of the validation that are switched off; may be empty
   */
  public record Behaviour(
      int restockIfBelow,
      String alertScope,
      String fileNotices,
      boolean notifyRecovery,
      String checkDuration,
      String checksOff) {}

  /**
   * Reads the stack's configuration.
   *
   * @throws IllegalArgumentException with a line for every wrong value
   */
  public static Settings of(Context context) {
    return SettingsReader.read(
        key -> {
          int colon = key.indexOf(':');
          return context.config(key.substring(0, colon)).get(key.substring(colon + 1));
        });
  }
}
