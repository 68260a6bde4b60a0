package inventory.pulumi.cost;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * AWS's public list prices, in US dollars, and what every account has for nothing each month for
 * ever. They are as published on the pricing page of each service on {@link #DATE}, and change:
 * they are to be checked before anybody relies on them.
 */
enum Price {
  KMS_KEY("KMS key", "month", "1.00", "0"),
  KMS_REQUESTS("KMS requests", "10,000", "0.03", "2"),
  ALARM("CloudWatch alarm, by metrics", "metric and month", "0.10", "10"),
  DASHBOARD("CloudWatch dashboard", "month", "3.00", "3"),
  LOGS_TAKEN("CloudWatch logs, taken in", "GB", "0.50", "5"),
  IMAGES_STORED("ECR, stored", "GB and month", "0.10", "0"),
  TABLE_WRITES("DynamoDB on demand, written", "1,000,000 units", "0.625", "0"),
  TABLE_READS("DynamoDB on demand, read", "1,000,000 units", "0.125", "0"),
  TABLE_STORED("DynamoDB, stored", "GB and month", "0.25", "25"),
  TABLE_BACKUP("DynamoDB, point-in-time recovery", "GB and month", "0.20", "0"),
  OBJECTS_STORED("S3 standard, stored", "GB and month", "0.023", "0"),
  OBJECT_PUTS("S3, put and listed", "1,000", "0.005", "0"),
  OBJECT_GETS("S3, got", "1,000", "0.0004", "0"),
  QUEUE_CALLS("SQS, calls", "1,000,000", "0.40", "1"),
  FIFO_CALLS("SQS FIFO, calls", "1,000,000", "0.50", "0"),
  TASK_CPU("Fargate, virtual processors", "hour", "0.04048", "0"),
  TASK_MEMORY("Fargate, memory", "GB and hour", "0.004445", "0"),
  TASK_ADDRESS("public IPv4 address", "hour", "0.005", "0"),
  LAMBDA_TIME("Lambda on arm64", "1,000,000 GB-seconds", "13.3334", "0.4"),
  LAMBDA_CALLS("Lambda, calls", "1,000,000", "0.20", "1"),
  API_CALLS("API Gateway HTTP API", "1,000,000", "1.00", "0"),
  EDGE_CALLS("CloudFront, requests", "1,000,000", "1.00", "10"),
  EDGE_FUNCTION("CloudFront, its function", "1,000,000", "0.10", "2"),
  MACHINE_RUNS("Step Functions express, executions", "1,000,000", "1.00", "0"),
  MACHINE_TIME("Step Functions express, time", "GB and hour", "0.06", "0"),
  STREAM_SHARD("Kinesis shard", "hour", "0.015", "0"),
  ENDPOINT("interface endpoint in a zone", "hour", "0.01", "0");

  /** The day of the prices. */
  static final LocalDate DATE = LocalDate.of(2025, 6, 1);

  /** The region of the prices. */
  static final String REGION = "us-east-1";

  private final String title;
  private final String unit;
  private final BigDecimal dollars;
  private final BigDecimal free;

  /**
   * A price.
   *
   * @param title what is bought
   * @param unit for how much of it
   * @param dollars the price of so much
   * @param free how many of these units cost nothing in a month
   */
  Price(String title, String unit, String dollars, String free) {
    this.title = title;
    this.unit = unit;
    this.dollars = new BigDecimal(dollars);
    this.free = new BigDecimal(free);
  }

  String title() {
    return title;
  }

  String unit() {
    return unit;
  }

  BigDecimal dollars() {
    return dollars;
  }

  BigDecimal free() {
    return free;
  }
}
