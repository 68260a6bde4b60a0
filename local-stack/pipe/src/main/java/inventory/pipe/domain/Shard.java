package inventory.pipe.domain;

import java.util.Set;

/**
 * A part of the stream whose records have one order.
 *
 * @param id its id
 * @param parents the shards that it was split or merged from; those too old to be listed included
 * @param closed whether it takes no more records, as it was split or merged itself
 */
public record Shard(String id, Set<String> parents, boolean closed) {

  /** Keeps its own copy. */
  public Shard {
    parents = Set.copyOf(parents);
  }
}
