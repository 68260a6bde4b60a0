package inventory.launcher;

import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Explains every command and setting. */
@Command(name = "help", description = "Explain all commands and settings.")
final class HelpCommand implements Runnable {

  private static final String OVERVIEW =
      """
      Warehouse files in; stock levels, alerts and reports out. On one machine.

        ./inventory demo      see it work: files in, reports out, every level checked
        ./inventory up        run it, and drop your own files:
                              . .inventory/env
                              aws s3 cp f.csv s3://$INVENTORY_BUCKET/f.csv
                              curl -H "Authorization: Bearer $INVENTORY_TOKEN" \\
                                $INVENTORY_API/warehouses
        ./inventory bench     measure it
        ./inventory validate  check all that arrived since the last validation
        ./inventory rebuild   hold every level against the files
        ./inventory dlq       see which messages failed for good, and put them back
        ./inventory generate  make files, counts, thresholds or events, and what they add up to
        ./inventory verify    hold the system against that
        ./inventory token     log in to the REST API of a running environment
        ./inventory sql       query the raw files, as Athena does in the cloud
        mvn verify            run all tests
      """;

  private static final String SETTINGS =
      """
      Settings, by environment variables
        INVENTORY_AWS               embedded (default): S3, SQS, SMTP, DynamoDB and Kinesis run here.
                                    external: the AWS that the SDK's own variables name
                                    (AWS_ENDPOINT_URL or AWS_ENDPOINT_URL_*, AWS_REGION, keys or
                                    AWS_PROFILE); what is missing there is created.
        AWS_ENDPOINT_URL_DYNAMODB   with INVENTORY_AWS=embedded: another DynamoDB, which is used
                                    instead of starting one; not if AWS_ENDPOINT_URL_SQS is set,
                                    too, as in a shell that has read .inventory/env
        INVENTORY_STATE             folder that keeps everything (.inventory)
        INVENTORY_PORT_<NAME>       the same as --port-<name>
        INVENTORY_BUCKET            the inbox bucket's name (inventory-inbox)
        INVENTORY_TABLE             the table's name (inventory)
        INVENTORY_STREAM            the stream's name (inventory-events). With INVENTORY_AWS=external
                                    there is none without it; AWS_ENDPOINT_URL_KINESIS (or
                                    AWS_ENDPOINT_URL) has it created there, and a pipe run here.
        INVENTORY_INGEST_QUEUE      names of the queues (inventory-ingest, inventory-threshold,
        INVENTORY_THRESHOLD_QUEUE   inventory-alert, inventory-files, inventory-runs,
        INVENTORY_ALERT_QUEUE       inventory-validation.fifo, inventory-events.fifo and
        INVENTORY_FILES_QUEUE       inventory-events-undelivered)
        INVENTORY_RUNS_QUEUE
        INVENTORY_VALIDATION_QUEUE
        INVENTORY_EVENTS_QUEUE
        INVENTORY_EVENTS_UNDELIVERED_QUEUE
        INVENTORY_OIDC_ISSUER       with INVENTORY_AWS=external: whose access tokens the REST API
        INVENTORY_OIDC_JWKS         takes, where their keys are (<issuer>/.well-known/jwks.json), and
        INVENTORY_OIDC_CLIENT_ID    for which client they are (inventory-dashboard). Without it, those
                                    of an identity server of this machine.
        INVENTORY_VALIDATION_TIME   the same as --validation-at
        INVENTORY_CHECK_DURATION    how long the customer's own check of a transaction takes, as 50ms
                                    (0s; 10s on AWS itself)
        INVENTORY_RESTOCK_IF_BELOW  threshold of items without one of their own (10)
        INVENTORY_ALERT_SCOPE       warehouse (default): an alert for each item in each warehouse.
                                    total: for each item's total over all warehouses
        INVENTORY_NOTIFY_RECOVERY   true: tell also what is no longer low (false)
        INVENTORY_ORDER_UP_TO       how many times the threshold the suggested order fills up to (2)
        INVENTORY_FILE_NOTICES      which files operations is told of: all, problems (default), none
        INVENTORY_MAIL_FROM         sender of notices (inventory@example.com)
        INVENTORY_MAIL_PURCHASING   recipient of alerts (purchasing@example.com)
        INVENTORY_MAIL_OPERATIONS   recipient of notices about files and validations
                                    (operations@example.com)
        INVENTORY_NOTIFY            with INVENTORY_AWS=external: smtp or sns, set up as
                                    alert-service/README.md says. Without it, e-mails are kept as
                                    files here.
        JAVA_HOME                   the Java to run on, 17 or later (else the one in PATH)
        NO_COLOR                    if set, plain text
      The services' own settings (see their README.md) are handed on to them.
      """;

  @Spec private CommandSpec spec;

  /** Made by picocli, which sets the command. */
  HelpCommand() {}

  HelpCommand(CommandSpec main) {
    this.spec = main;
  }

  @Override
  public void run() {
    CommandLine main = spec.root().commandLine();
    PrintWriter out = main.getOut();
    out.println(OVERVIEW);
    main.getSubcommands().values().stream()
        .filter(command -> !command.getCommandName().equals("help"))
        .forEach(command -> explain(command, out));
    out.print(SETTINGS);
    out.flush();
  }

  private static void explain(CommandLine command, PrintWriter out) {
    command.usage(out);
    out.println();
    command.getSubcommands().values().forEach(part -> explain(part, out));
  }
}
