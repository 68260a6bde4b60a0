package inventory.validation.findings;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The list of a run's findings: new ones first, then those that are known, then those that are
 * accepted. Next to it, the ids of the findings are stored for the next run. It is made from the
 * parts that the run stored, each of which is read once; memory does not grow with their number.
 */
public final class FindingsList {

  /** How many findings are compared with those of the next run; more of them are new to it. */
  static final int MAX_KNOWN = 100_000;

  private static final String PARTS = "validation/parts/";

  private final FindingsStore store;

  /** Uses a store. */
  public FindingsList(FindingsStore store) {
    this.store = store;
  }

  /**
   * Stores a part, replacing one with the same numbers.
   *
   * @param process the number of the process that works on the run, 1 or more: one that was thought
   *     dead cannot replace what its successor stored
   * @param part the number of the part, 1 or more
   */
  public void storePart(String runId, int process, int part, Path csv) {
    store.put(partKey(runId, process, part), csv);
  }

  private static String partKey(String runId, int process, int part) {
    return "%s%s/%03d-%06d".formatted(PARTS, runId, process, part);
  }

  private static String idsKey(String runId) {
    return PARTS + runId + "/ids";
  }

  /** The ids of the findings of a run; none if it is long ago. */
  public Set<String> ids(String runId) {
    Set<String> ids = new HashSet<>();
    Optional<InputStream> stored = store.open(idsKey(runId));
    if (stored.isPresent()) {
      try (BufferedReader lines = reader(stored.get())) {
        lines.lines().forEach(ids::add);
      } catch (IOException e) {
        throw new UncheckedIOException("cannot read the findings of run " + runId, e);
      }
    }
    return ids;
  }

  /**
   * Writes all parts to one list. Idempotent.
   *
   * @param parts how many parts each process stored
   * @param key the list's object key
   */
  public void assemble(String runId, List<Integer> parts, String key) {
    try {
      Path folder = Files.createTempDirectory("findings-");
      try {
        Path list = sort(runId, parts, folder);
        store.put(idsKey(runId), Sorted.ids(folder));
        store.put(key, list);
      } finally {
        delete(folder);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write the list of findings to local disk", e);
    }
  }

  private Path sort(String runId, List<Integer> parts, Path folder) throws IOException {
    try (Sorted sorted = new Sorted(folder)) {
      for (int process = 1; process <= parts.size(); process++) {
        for (int part = 1; part <= parts.get(process - 1); part++) {
          add(partKey(runId, process, part), sorted);
        }
      }
    }
    Path list = Sorted.file(folder, FindingState.NEW);
    for (FindingState state : List.of(FindingState.KNOWN, FindingState.ACCEPTED)) {
      try (OutputStream out = Files.newOutputStream(list, StandardOpenOption.APPEND)) {
        Files.copy(Sorted.file(folder, state), out);
      }
    }
    return list;
  }

  private void add(String key, Sorted sorted) throws IOException {
    InputStream part =
        store.open(key).orElseThrow(() -> new IllegalStateException("there is no object " + key));
    try (BufferedReader lines = reader(part)) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        sorted.add(line);
      }
    }
  }

  private static BufferedReader reader(InputStream in) {
    return new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
  }

  private static void delete(Path folder) throws IOException {
    for (FindingState state : FindingState.values()) {
      Files.deleteIfExists(Sorted.file(folder, state));
    }
    Files.deleteIfExists(Sorted.ids(folder));
    Files.delete(folder);
  }

  /** The lines of all parts, by state, on local disk; see {@link FindingsBuffer}. */
  private static final class Sorted implements AutoCloseable {

    private final Map<FindingState, BufferedWriter> lists = new EnumMap<>(FindingState.class);
    private final BufferedWriter ids;
    private int known;

    Sorted(Path folder) throws IOException {
      for (FindingState state : FindingState.values()) {
        lists.put(state, Files.newBufferedWriter(file(folder, state)));
      }
      ids = Files.newBufferedWriter(ids(folder));
      lists.get(FindingState.NEW).write(FindingsBuffer.HEADER);
    }

    static Path file(Path folder, FindingState state) {
      return folder.resolve(state.label());
    }

    static Path ids(Path folder) {
      return folder.resolve("ids");
    }

    void add(String line) throws IOException {
      String id = line.substring(line.lastIndexOf(',') + 1);
      if (!id.isEmpty() && known < MAX_KNOWN) {
        known++;
        ids.write(id + "\n");
      }
      for (Map.Entry<FindingState, BufferedWriter> list : lists.entrySet()) {
        if (line.startsWith(list.getKey().label() + ",")) {
          list.getValue().write(line + "\n");
        }
      }
    }

    @Override
    public void close() throws IOException {
      for (BufferedWriter list : lists.values()) {
        list.close();
      }
      ids.close();
    }
  }
}
