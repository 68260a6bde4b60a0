package inventory.model.resource;

/** The Kinesis streams of the system. */
public final class Streams {

  /**
   * The web shops' inventory events (requirement E1), unless {@link Variables#STREAM} names
   * another. The partition key of a record is the product's id, so Kinesis keeps the order within a
   * product.
   */
  public static final String EVENTS = "inventory-events";

  private Streams() {}
}
