package inventory.ingest.domain;

import java.time.Instant;
import java.util.List;

/** The store of rejected events: one object for each hour of arrival. */
@FunctionalInterface
public interface EventRejects {

  /**
   * Adds rejects; returns when that is durable. A reject that is stored already is not added again,
   * except that it may be stored twice after a failure.
   *
   * @return the objects that were written, in the order of hours
   */
  List<Hour> add(List<EventReject> rejects);

  /**
   * The object of an hour; an hour with very many rejects has several.
   *
   * @param key its key in the inbox bucket
   * @param begin the start of the hour
   * @param count how many rejects it has so far
   * @param isFirst whether it is the hour's first object
   */
  record Hour(String key, Instant begin, long count, boolean isFirst) {}
}
