package inventory.pulumi.settings;

import static inventory.pulumi.settings.Setting.optional;
import static inventory.pulumi.settings.Setting.required;

import java.util.List;
import java.util.regex.Pattern;

/** All settings: key, type, default and meaning; the README's table is made of them. */
public final class SettingKeys {

  private static final String FLAG = "true or false";
  private static final String ADDRESS = "one e-mail address";
  private static final String ADDRESSES = "e-mail addresses with commas between them";
  private static final String PHONES = "telephone numbers like +4930123456, with commas between";

  /** What CloudWatch takes, and no other. */
  private static final List<Integer> RETENTIONS =
      List.of(
          1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557);

  static final Setting<String> REGION =
      required(
          "aws:region",
          "a region of AWS outside China and GovCloud, as eu-central-1",
          "eu-central-1",
          "where everything is",
          Parsers.text(Pattern.compile("(?!cn-|us-gov-)[a-z]{2}-[a-z]+-[0-9]")));

  static final Setting<String> PURCHASING_EMAIL =
      required(
          "inventory:purchasingEmail",
          ADDRESS,
          "name@example.com",
          "who is told of low stock",
          Parsers.address());

  static final Setting<String> OPERATIONS_EMAIL =
      required(
          "inventory:operationsEmail",
          ADDRESS,
          "name@example.com",
          "who is told of files, validations and alarms, and of the budget",
          Parsers.address());

  static final Setting<List<String>> PURCHASING_PHONES =
      optional(
          "inventory:purchasingPhones",
          PHONES,
          "",
          "who gets low stock as text messages",
          Parsers.phones());

  static final Setting<List<String>> OPERATIONS_PHONES =
      optional(
          "inventory:operationsPhones",
          PHONES,
          "",
          "who gets notices and alarms as text messages",
          Parsers.phones());

  static final Setting<List<String>> OPERATORS =
      optional(
          "inventory:operators",
          ADDRESSES,
          "",
          "who may sign in and act; each is sent a password",
          Parsers.addresses());

  static final Setting<List<String>> VIEWERS =
      optional(
          "inventory:viewers",
          ADDRESSES,
          "",
          "who may sign in and look; each is sent a password",
          Parsers.addresses());

  static final Setting<Boolean> PROTECT_DATA =
      optional(
          "inventory:protectData",
          FLAG,
          "true",
          "guards inbox, table, users and their key against deletion; with false, `pulumi destroy`"
              + " leaves nothing",
          Parsers.flag());

  static final Setting<Boolean> EVENTS =
      optional(
          "inventory:events",
          FLAG,
          "false",
          "the stream of the web shops' events and its pipe, which cost while idle",
          Parsers.flag());

  static final Setting<Integer> EVENT_SHARDS =
      optional(
          "inventory:eventShards",
          "a number from 1 to 100",
          "1",
          "shards of the stream, of 1000 events a second each",
          Parsers.number(1, 100));

  static final Setting<Boolean> PRIVATE =
      optional(
          "inventory:private",
          FLAG,
          "false",
          "private subnets with interface endpoints, which cost while idle, in place of public ones"
              + " without any inbound rule",
          Parsers.flag());

  static final Setting<String> IMAGE_TAG =
      optional(
          "inventory:imageTag",
          "a tag of an image, as 1.0.0",
          "latest",
          "which images the tasks run",
          Parsers.text(Pattern.compile("[A-Za-z0-9_][A-Za-z0-9_.-]{0,127}")));

  static final Setting<Integer> MAX_INGEST_TASKS =
      optional(
          "inventory:maxIngestTasks",
          "a number from 1 to 50",
          "4",
          "tasks of ingest-service at a time, at most",
          Parsers.number(1, 50));

  static final Setting<Integer> API_REQUESTS_PER_SECOND =
      optional(
          "inventory:apiRequestsPerSecond",
          "a number from 1 to 5000",
          "50",
          "requests that the API takes a second; beyond it answers 429",
          Parsers.number(1, 5_000));

  static final Setting<Integer> LOG_RETENTION_DAYS =
      optional(
          "inventory:logRetentionDays",
          "one of " + RETENTIONS.toString().replaceAll("[\\[\\]]", ""),
          "30",
          "days for which logs are kept",
          Parsers.oneOf(RETENTIONS));

  static final Setting<Integer> MONTHLY_BUDGET =
      optional(
          "inventory:monthlyBudget",
          "a number of US dollars from 1 to 1000000",
          "50",
          "operations is told at 80 % of it, and when a month is forecast to exceed it",
          Parsers.number(1, 1_000_000));

  static final Setting<Integer> SCAN_LIMIT_MEGABYTES =
      optional(
          "inventory:scanLimitMegabytes",
          "a number from 10 to 2147, as the provider takes no more",
          "2000",
          "megabytes that one SQL query may read, at most",
          Parsers.number(10, 2_147));

  static final Setting<String> SIGN_IN_PREFIX =
      optional(
              "inventory:signInPrefix",
              "lower-case letters, digits and inner hyphens, 63 at most, without aws or cognito; or"
                  + " nothing",
              "",
              "begin of the sign-in page's host name, which is the world's; `inventory-<account>` if"
                  + " empty",
              Parsers.text(
                  Pattern.compile("|(?!.*(aws|cognito))[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?")))
          .like("example-stock");

  static final Setting<Integer> RESTOCK_IF_BELOW =
      optional(
          "inventory:restockIfBelow",
          "a number of units from 0 on",
          "10",
          "the threshold of items of which no threshold file says anything",
          Parsers.number(0, Integer.MAX_VALUE));

  static final Setting<String> ALERT_SCOPE =
      optional(
          "inventory:alertScope",
          "warehouse or total",
          "warehouse",
          "whether an item is judged in each warehouse or by its total",
          Parsers.oneOf("warehouse", "total"));

  static final Setting<String> FILE_NOTICES =
      optional(
          "inventory:fileNotices",
          "all, problems or none",
          "problems",
          "of which files operations is told",
          Parsers.oneOf("all", "problems", "none"));

  static final Setting<Boolean> NOTIFY_RECOVERY =
      optional(
          "inventory:notifyRecovery",
          FLAG,
          "false",
          "whether purchasing is told of recoveries, too",
          Parsers.flag());

  static final Setting<String> CHECK_DURATION =
      optional(
          "inventory:checkDuration",
          "a duration, as 10s or 500ms",
          "10s",
          "how long the customer's own check of one transaction takes at night",
          Parsers.text(Pattern.compile("[0-9]{1,6}(ms|s|m)")));

  /** In the order of the README. */
  public static final List<Setting<?>> ALL =
      List.of(
          REGION,
          PURCHASING_EMAIL,
          OPERATIONS_EMAIL,
          PURCHASING_PHONES,
          OPERATIONS_PHONES,
          OPERATORS,
          VIEWERS,
          PROTECT_DATA,
          EVENTS,
          EVENT_SHARDS,
          PRIVATE,
          IMAGE_TAG,
          MAX_INGEST_TASKS,
          API_REQUESTS_PER_SECOND,
          LOG_RETENTION_DAYS,
          MONTHLY_BUDGET,
          SCAN_LIMIT_MEGABYTES,
          SIGN_IN_PREFIX,
          RESTOCK_IF_BELOW,
          ALERT_SCOPE,
          FILE_NOTICES,
          NOTIFY_RECOVERY,
          CHECK_DURATION);

  private SettingKeys() {}
}
