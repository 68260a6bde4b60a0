package inventory.pulumi;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A part of a document that follows from the program, between two comments. The system property
 * {@code docs.update} makes the tests write it instead of comparing it.
 *
 * @param file the document, from the checkout's folder
 * @param name what the comments call it
 */
record GeneratedPart(String file, String name) {

  /** Fails if the document says something else. */
  void assertIs(String text) throws IOException {
    Path path = Stack.root().resolve(file);
    String document = Files.readString(path);
    String begin = "<!-- " + name + ": made by the tests of pulumi with -Ddocs.update=true -->\n";
    String end = "<!-- end of " + name + " -->";
    int from = document.indexOf(begin) + begin.length();
    int to = document.indexOf(end);
    assertThat(to).as("%s has the part %s", file, name).isGreaterThan(from - 1);
    if (Boolean.getBoolean("docs.update")) {
      Files.writeString(path, document.substring(0, from) + text + document.substring(to));
    } else {
      assertThat(document.substring(from, to)).isEqualTo(text);
    }
  }
}
