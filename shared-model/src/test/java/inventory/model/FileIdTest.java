package inventory.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FileIdTest {

  @Test
  void anUploadHasOneIdAndNoOtherHasIt() {
    assertThat(FileId.of("a b.csv", "v1"))
        .matches("[0-9a-f]{32}")
        .isEqualTo(FileId.of("a b.csv", "v1"))
        .isNotEqualTo(FileId.of("a b.csv", "v2"))
        .isNotEqualTo(FileId.of("b.csv", "v1"));
  }
}
