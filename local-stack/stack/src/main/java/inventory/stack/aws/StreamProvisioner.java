package inventory.stack.aws;

import software.amazon.awssdk.services.kinesis.KinesisClient;
import software.amazon.awssdk.services.kinesis.model.ResourceInUseException;
import software.amazon.awssdk.services.kinesis.model.ResourceNotFoundException;

/** Creates streams. */
final class StreamProvisioner {

  private final KinesisClient kinesis;

  StreamProvisioner(KinesisClient kinesis) {
    this.kinesis = kinesis;
  }

  /** Returns when the stream can be used. */
  void provision(String name, int shards) {
    if (!exists(name)) {
      create(name, shards);
    }
    kinesis.waiter().waitUntilStreamExists(r -> r.streamName(name));
  }

  private boolean exists(String name) {
    try {
      kinesis.describeStreamSummary(r -> r.streamName(name));
      return true;
    } catch (ResourceNotFoundException e) {
      return false;
    }
  }

  private void create(String name, int shards) {
    try {
      kinesis.createStream(r -> r.streamName(name).shardCount(shards));
    } catch (ResourceInUseException e) {
      // Somebody else has created it since it was looked for: that will do.
      kinesis.describeStreamSummary(r -> r.streamName(name));
    }
  }
}
