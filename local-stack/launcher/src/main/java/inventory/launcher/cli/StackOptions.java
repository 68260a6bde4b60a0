package inventory.launcher.cli;

import inventory.stack.Installation;
import inventory.stack.StackPorts;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Options of a local environment that stays. */
final class StackOptions {

  @Option(
      names = "--state",
      paramLabel = "DIR",
      defaultValue = "${env:INVENTORY_STATE}",
      description = "Folder that keeps everything; .inventory in the project by default.")
  private Path state;

  @Option(
      names = "--port-api",
      paramLabel = "PORT",
      defaultValue = "${env:INVENTORY_PORT_API:-8080}",
      description = "Port of the REST API (${DEFAULT-VALUE}).")
  private int api;

  @Option(
      names = "--port-ingest",
      paramLabel = "PORT",
      defaultValue = "${env:INVENTORY_PORT_INGEST:-4571}",
      description = "Port of ingest-service's health and metrics (${DEFAULT-VALUE}).")
  private int ingest;

  @Option(
      names = "--port-alert",
      paramLabel = "PORT",
      defaultValue = "${env:INVENTORY_PORT_ALERT:-4572}",
      description = "Port of alert-service's health and metrics (${DEFAULT-VALUE}).")
  private int alert;

  @Option(
      names = "--port-threshold",
      paramLabel = "PORT",
      defaultValue = "${env:INVENTORY_PORT_THRESHOLD:-4573}",
      description = "Port of threshold-service's health and metrics (${DEFAULT-VALUE}).")
  private int threshold;

  @Option(
      names = "--port-s3",
      paramLabel = "PORT",
      defaultValue = "${env:INVENTORY_PORT_S3:-4561}",
      description = "Port of the embedded S3 (${DEFAULT-VALUE}).")
  private int s3;

  @Option(
      names = "--port-sqs",
      paramLabel = "PORT",
      defaultValue = "${env:INVENTORY_PORT_SQS:-4562}",
      description = "Port of the embedded SQS (${DEFAULT-VALUE}).")
  private int sqs;

  @Option(
      names = "--port-dynamodb",
      paramLabel = "PORT",
      defaultValue = "${env:INVENTORY_PORT_DYNAMODB:-4563}",
      description = "Port of the embedded DynamoDB (${DEFAULT-VALUE}).")
  private int dynamoDb;

  @Option(
      names = "--port-smtp",
      paramLabel = "PORT",
      defaultValue = "${env:INVENTORY_PORT_SMTP:-4564}",
      description = "Port of the mail server (${DEFAULT-VALUE}).")
  private int smtp;

  @Option(
      names = "--port-kinesis",
      paramLabel = "PORT",
      defaultValue = "${env:INVENTORY_PORT_KINESIS:-4565}",
      description = "Port of the embedded Kinesis (${DEFAULT-VALUE}).")
  private int kinesis;

  @Option(
      names = "--port-identity",
      paramLabel = "PORT",
      defaultValue = "${env:INVENTORY_PORT_IDENTITY:-4566}",
      description = "Port of the identity server (${DEFAULT-VALUE}).")
  private int identity;

  /** The state folder, absolute. */
  Path state(Installation installation) {
    return Optional.ofNullable(state)
        .orElseGet(() -> installation.root().resolve(".inventory"))
        .toAbsolutePath()
        .normalize();
  }

  StackPorts ports() {
    return new StackPorts(
        api, ingest, threshold, alert, s3, sqs, dynamoDb, smtp, kinesis, identity);
  }
}
