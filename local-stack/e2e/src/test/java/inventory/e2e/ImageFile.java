package inventory.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;

/** An image in a tar file, in the layout of the Open Container Initiative. */
record ImageFile(JsonNode config, List<List<TarArchiveEntry>> layers) {

  private static final JsonMapper JSON = new JsonMapper();

  static ImageFile read(Path file) throws IOException {
    Map<String, byte[]> files = new HashMap<>();
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file));
        TarArchiveInputStream tar = new TarArchiveInputStream(in)) {
      for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
        files.put(entry.getName(), tar.readAllBytes());
      }
    }
    JsonNode index = JSON.readTree(files.get("index.json"));
    JsonNode manifest = JSON.readTree(blob(files, index.path("manifests").get(0)));
    List<List<TarArchiveEntry>> layers = new ArrayList<>();
    for (JsonNode layer : manifest.path("layers")) {
      layers.add(entries(blob(files, layer)));
    }
    return new ImageFile(JSON.readTree(blob(files, manifest.path("config"))), layers);
  }

  private static byte[] blob(Map<String, byte[]> files, JsonNode descriptor) {
    return files.get("blobs/" + descriptor.path("digest").asText().replace(':', '/'));
  }

  private static List<TarArchiveEntry> entries(byte[] layer) throws IOException {
    List<TarArchiveEntry> entries = new ArrayList<>();
    try (TarArchiveInputStream tar =
        new TarArchiveInputStream(new GZIPInputStream(new ByteArrayInputStream(layer)))) {
      for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
        entries.add(entry);
      }
    }
    return entries;
  }

  /** The names of all files. */
  List<String> names() {
    return layers.stream().flatMap(List::stream).map(TarArchiveEntry::getName).toList();
  }
}
