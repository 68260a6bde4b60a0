package inventory.e2e.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** The system and the browser that all groups of tests share. */
interface Screen {

  /** The dashboard. */
  Dashboard dashboard();

  /** The system behind it. */
  LocalSystem system();

  /** The folder in which the browser saves files. */
  Path downloads();

  /** Drops a file of transactions into the inbox, as a warehouse does. */
  default void dropRows(String name, String... rows) {
    system().drop("inventory_files/2026/11/20/" + name + ".csv", Rows.file(rows));
  }

  /** Waits for a saved file with a part of a name and with a text. */
  default void awaitDownload(String name, String text) {
    await()
        .atMost(Duration.ofSeconds(45))
        .untilAsserted(
            () ->
                assertThat(saved())
                    .anySatisfy(
                        file -> {
                          assertThat(file.getFileName().toString()).contains(name);
                          assertThat(file).content().contains(text);
                        }));
  }

  private List<Path> saved() {
    try (Stream<Path> files = Files.list(downloads())) {
      return files.toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
