package inventory.ingest.domain;

import java.time.Instant;
import java.util.List;

/** Where rejected events are kept for people: an object for each hour of arrival. */
@FunctionalInterface
public interface EventRejects {

  /**
   * Adds rejects; returns when that is durable. One that is there already is not added again, as a
   * rule: after a failure it may be there twice.
   *
   * @return what was written to, in the order of hours
   */
  List<Hour> add(List<EventReject> rejects);

  /**
   * The object of an hour; of one with very many rejects, one of several.
   *
   * @param key its key in the inbox bucket
   * @param begin when the hour began
   * @param count how many rejects it has by now
   * @param isFirst whether it is the hour's first object
   */
  record Hour(String key, Instant begin, long count, boolean isFirst) {}
}
