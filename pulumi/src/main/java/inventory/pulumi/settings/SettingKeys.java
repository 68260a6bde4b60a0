package inventory.pulumi.settings;

import static inventory.pulumi.settings.Setting.optional;
import static inventory.pulumi.settings.Setting.required;

import java.util.List;
import java.util.regex.Pattern;

/** All settings: key, type, default and meaning. The table in the README is generated from them. */
public final class SettingKeys {

  /** A value of {@link #COMPUTE}. */
  static final String FUNCTIONS = "functions";

  private static final String FLAG = "true or false";
  private static final String ADDRESS = "one e-mail address";
  private static final String ADDRESSES = "e-mail addresses, separated by commas";
  private static final String PHONES = "telephone numbers like +4930123456, separated by commas";

  /** The periods that CloudWatch accepts. */
  private static final List<Integer> RETENTIONS =
      List.of(
          1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557);

  static final Setting<String> REGION =
      required(
          "aws:region",
          "an AWS region outside China and GovCloud, for example eu-central-1",
          "eu-central-1",
          "the region of all resources",
          Parsers.text(Pattern.compile("(?!cn-|us-gov-)[a-z]{2}-[a-z]+-[0-9]")));

  static final Setting<String> PURCHASING_EMAIL =
      required(
          "inventory:purchasingEmail",
          ADDRESS,
          "name@example.com",
          "gets an e-mail about low stock",
          Parsers.address());

  static final Setting<String> OPERATIONS_EMAIL =
      required(
          "inventory:operationsEmail",
          ADDRESS,
          "name@example.com",
          "gets an e-mail about files, validations, alarms and the budget",
          Parsers.address());

  static final Setting<List<String>> PURCHASING_PHONES =
      optional(
          "inventory:purchasingPhones",
          PHONES,
          "",
          "get text messages about low stock",
          Parsers.phones());

  static final Setting<List<String>> OPERATIONS_PHONES =
      optional(
          "inventory:operationsPhones",
          PHONES,
          "",
          "get text messages about notices and alarms",
          Parsers.phones());

  static final Setting<List<String>> OPERATORS =
      optional(
          "inventory:operators",
          ADDRESSES,
          "",
          "may sign in and make changes; AWS sends each a password",
          Parsers.addresses());

  static final Setting<List<String>> VIEWERS =
      optional(
          "inventory:viewers",
          ADDRESSES,
          "",
          "may sign in and read; AWS sends each a password",
          Parsers.addresses());

  static final Setting<List<Settings.ApiProgram>> PROGRAMS =
      optional(
          "inventory:programs",
          "names with scopes, for example erp:read, shop:read+write",
          "",
          "programs that may call the API, with what they may do: read, write (upload files) or"
              + " operate (everything). AWS gives each an id and a secret, and charges for each",
          Parsers.programs());

  static final Setting<Boolean> SECOND_FACTOR =
      optional(
          "inventory:requireSecondFactor",
          FLAG,
          "false",
          "whether users must sign in with a code from an authenticator app, in addition to the"
              + " password; with false, each user may choose to",
          Parsers.flag());

  static final Setting<Boolean> PROTECT_DATA =
      optional(
          "inventory:protectData",
          FLAG,
          "true",
          "protects the inbox, table, users and their key against deletion; with false, `pulumi"
              + " destroy` removes everything",
          Parsers.flag());

  static final Setting<Boolean> EVENTS =
      optional(
          "inventory:events",
          FLAG,
          "false",
          "creates the stream for web shops' events and its pipe, which have an idle cost",
          Parsers.flag());

  static final Setting<Integer> EVENT_SHARDS =
      optional(
          "inventory:eventShards",
          "a number from 1 to 100",
          "1",
          "number of shards of the stream, each for 1000 events a second",
          Parsers.number(1, 100));

  static final Setting<Boolean> PRIVATE =
      optional(
          "inventory:private",
          FLAG,
          "false",
          "private subnets with interface endpoints, which have an idle cost, instead of public"
              + " subnets without inbound rules",
          Parsers.flag());

  static final Setting<String> COMPUTE =
      optional(
          "inventory:compute",
          "functions or tasks",
          FUNCTIONS,
          "whether services run as functions, which cost nothing while idle, or as tasks, of which at"
              + " least one always runs",
          Parsers.oneOf(FUNCTIONS, "tasks"));

  static final Setting<Integer> MAX_INGEST_TASKS =
      optional(
          "inventory:maxIngestTasks",
          "a number from 1 to 50",
          "4",
          "largest number of ingest-service tasks; as a function, four calls at a time for each",
          Parsers.number(1, 50));

  static final Setting<Integer> API_REQUESTS_PER_SECOND =
      optional(
          "inventory:apiRequestsPerSecond",
          "a number from 1 to 5000",
          "50",
          "requests per second that the API accepts; it answers more with 429",
          Parsers.number(1, 5_000));

  static final Setting<Integer> LOG_RETENTION_DAYS =
      optional(
          "inventory:logRetentionDays",
          "one of " + RETENTIONS.toString().replaceAll("[\\[\\]]", ""),
          "30",
          "number of days that logs are kept",
          Parsers.oneOf(RETENTIONS));

  static final Setting<Integer> MONTHLY_BUDGET =
      optional(
          "inventory:monthlyBudget",
          "a number of US dollars from 1 to 1000000",
          "50",
          "operations gets a message at 80 % of it, and when AWS forecasts more for a month",
          Parsers.number(1, 1_000_000));

  static final Setting<Integer> SCAN_LIMIT_MEGABYTES =
      optional(
          "inventory:scanLimitMegabytes",
          "a number from 10 to 2047, the limits of AWS and of the provider",
          "2000",
          "megabytes that one SQL query may read",
          Parsers.number(10, 2_047));

  static final Setting<String> SIGN_IN_PREFIX =
      optional(
              "inventory:signInPrefix",
              "at most 63 lower-case letters, digits and inner hyphens, without aws, amazon or"
                  + " cognito; or empty",
              "",
              "first part of the sign-in page's host name, which must be globally unique; if empty,"
                  + " `inventory-<account>`",
              Parsers.text(
                  Pattern.compile("|(?!.*(aws|amazon|cognito))[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?")))
          .like("example-stock");

  static final Setting<String> TABLE =
      optional(
          "inventory:table",
          "the name of a table: 3 to 255 letters, digits, dots, hyphens or underscores",
          "inventory",
          "the table that all programs use; after a restore, the restored one"
              + " ([restoring](../docs/restoring.md))",
          Parsers.text(Pattern.compile("[A-Za-z0-9._-]{3,255}")));

  static final Setting<Integer> RESTOCK_IF_BELOW =
      optional(
          "inventory:restockIfBelow",
          "a number of units, 0 or more",
          "10",
          "the threshold of items that no threshold file lists",
          Parsers.number(0, Integer.MAX_VALUE));

  static final Setting<String> ALERT_SCOPE =
      optional(
          "inventory:alertScope",
          "warehouse or total",
          "warehouse",
          "whether alerts compare each warehouse or the total with the threshold",
          Parsers.oneOf("warehouse", "total"));

  static final Setting<String> FILE_NOTICES =
      optional(
          "inventory:fileNotices",
          "all, problems or none",
          "problems",
          "which files operations gets a message about",
          Parsers.oneOf("all", "problems", "none"));

  static final Setting<Boolean> NOTIFY_RECOVERY =
      optional(
          "inventory:notifyRecovery",
          FLAG,
          "false",
          "whether purchasing also gets messages about recovered stock",
          Parsers.flag());

  static final Setting<String> CHECK_DURATION =
      optional(
          "inventory:checkDuration",
          "a duration, for example 10s or 500ms",
          "0s",
          "duration of the customer's own check of one transaction in the nightly validation",
          Parsers.text(Pattern.compile("[0-9]{1,6}(ms|s|m)")));

  static final Setting<String> CHECKS_OFF =
      optional(
              "inventory:checksOff",
              "names of checks, separated by commas; or empty",
              "",
              "checks of the nightly validation that are switched off",
              Parsers.text(Pattern.compile("|[a-z]+(-[a-z]+)*(,[a-z]+(-[a-z]+)*)*")))
          .like("old-timestamp,zero-change");

  /** In the order of the README's table. */
  public static final List<Setting<?>> ALL =
      List.of(
          REGION,
          PURCHASING_EMAIL,
          OPERATIONS_EMAIL,
          PURCHASING_PHONES,
          OPERATIONS_PHONES,
          OPERATORS,
          VIEWERS,
          PROGRAMS,
          SECOND_FACTOR,
          PROTECT_DATA,
          EVENTS,
          EVENT_SHARDS,
          PRIVATE,
          COMPUTE,
          MAX_INGEST_TASKS,
          API_REQUESTS_PER_SECOND,
          LOG_RETENTION_DAYS,
          MONTHLY_BUDGET,
          SCAN_LIMIT_MEGABYTES,
          SIGN_IN_PREFIX,
          TABLE,
          RESTOCK_IF_BELOW,
          ALERT_SCOPE,
          FILE_NOTICES,
          NOTIFY_RECOVERY,
          CHECK_DURATION,
          CHECKS_OFF);

  private SettingKeys() {}
}
