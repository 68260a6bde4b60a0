package inventory.ingest;

import inventory.model.Names;
import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.context.annotation.Context;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/**
 * The service's settings, validated at start.
 *
 * <p>The README of the service lists them with their defaults.
 *
 * @param bucket the inbox bucket's name
 * @param table the table's name
 * @param ingestQueue the queue of S3's notifications
 * @param alertQueue the queue of alert-service
 * @param filesQueue the queue of finished files
 * @param validationQueue the FIFO queue of arrived files
 * @param eventsQueue the FIFO queue of events
 * @param eventsWarehouse the warehouse of events without one (requirement E2)
 * @param eventConsumers how many batches of up to ten events are processed at a time
 * @param consumers how many files are processed at a time
 * @param writers how many calls write to the table at a time, for all files together
 * @param maxFileBytes the largest file that is accepted, in bytes
 * @param mergePercent the heap, in percent, that the rows of all files may use while they are
 *     merged
 */
@Context
@ConfigurationProperties("inventory")
public record IngestSettings(
    @NotBlank String bucket,
    @NotBlank String table,
    @NotBlank String ingestQueue,
    @NotBlank String alertQueue,
    @NotBlank String filesQueue,
    @NotBlank String validationQueue,
    @NotBlank String eventsQueue,
    @NotBlank @Size(max = Names.MAX_LENGTH) String eventsWarehouse,
    @Min(0) @Max(20) int eventConsumers,
    @Min(1) @Max(40) int consumers,
    @Min(1) @Max(64) int writers,
    @Min(1) long maxFileBytes,
    @Min(1) @Max(60) int mergePercent) {}
