package inventory.model.resource;

/** The Kinesis streams of the system. */
public final class Streams {

  /**
   * The web shops' inventory events (requirement E1), unless {@link Variables#STREAM} says
   * otherwise. A record's partition key is the product's id, so that Kinesis keeps the order within
   * a product.
   */
  public static final String EVENTS = "inventory-events";

  private Streams() {}
}
