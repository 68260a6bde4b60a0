package inventory.pulumi.settings;

import com.pulumi.Context;
import java.util.List;

/**
 * What may differ from stack to stack, from {@code Pulumi.<stack>.yaml}. {@link SettingKeys} has
 * the rules, defaults and meanings.
 *
 * @param region where everything is
 * @param people who is told, and who may sign in
 * @param protectData whether data is guarded against deletion
 * @param events whether there is a stream of events; it costs while idle
 * @param eventShards how many shards the stream has
 * @param privateNetwork whether tasks run without a way to the Internet; it costs while idle
 * @param imageTag the tag of the images that the tasks run
 * @param maxIngestTasks how many tasks of ingest-service may run at a time
 * @param apiRequestsPerSecond how many requests the API takes a second
 * @param logRetentionDays how long logs are kept
 * @param monthlyBudget US dollars of which operations is told
 * @param scanLimitMegabytes how much one SQL query may read
 * @param signInPrefix what the host name of the sign-in page begins with; empty for one that is
 *     made of the account's number
 * @param behaviour what the services are told
 */
public record Settings(
    String region,
    People people,
    boolean protectData,
    boolean events,
    int eventShards,
    boolean privateNetwork,
    String imageTag,
    int maxIngestTasks,
    int apiRequestsPerSecond,
    int logRetentionDays,
    int monthlyBudget,
    int scanLimitMegabytes,
    String signInPrefix,
    Behaviour behaviour) {

  /**
   * Who is told, and who may sign in.
   *
   * @param purchasingEmail who is told of low stock
   * @param operationsEmail who looks after the system
   * @param purchasingPhones who gets low stock as text messages
   * @param operationsPhones who gets notices and alarms as text messages
   * @param operators who may sign in and act
   * @param viewers who may sign in and look
   */
  public record People(
      String purchasingEmail,
      String operationsEmail,
      List<String> purchasingPhones,
      List<String> operationsPhones,
      List<String> operators,
      List<String> viewers) {}

  /**
   * What the services are told, as their READMEs explain.
   *
   * @param restockIfBelow the threshold of items without one
   * @param alertScope {@code warehouse} or {@code total}
   * @param fileNotices {@code all}, {@code problems} or {@code none}
   * @param notifyRecovery whether recoveries are told
   * @param checkDuration how long the customer's own check of a transaction takes
   */
  public record Behaviour(
      int restockIfBelow,
      String alertScope,
      String fileNotices,
      boolean notifyRecovery,
      String checkDuration) {}

  /**
   * Reads the stack's configuration.
   *
   * @throws IllegalArgumentException naming every value that is wrong
   */
  public static Settings of(Context context) {
    return SettingsReader.read(
        key -> {
          int colon = key.indexOf(':');
          return context.config(key.substring(0, colon)).get(key.substring(colon + 1));
        });
  }
}
