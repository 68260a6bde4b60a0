package inventory.ingest.domain;

import java.util.LinkedHashMap;
import java.util.Map;

/** A map that forgets the entry that was used least recently when there are too many. */
public final class BoundedMap<K, V> extends LinkedHashMap<K, V> {
  private static final long serialVersionUID = 1L;
  private static final int INITIAL_CAPACITY = 16;
  private static final float LOAD = 0.75f;

  private final int maxSize;

  /** Creates an empty map. */
  public BoundedMap(int maxSize) {
    super(INITIAL_CAPACITY, LOAD, true);
    this.maxSize = maxSize;
  }

  @Override
  protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
    return size() > maxSize;
  }
}
