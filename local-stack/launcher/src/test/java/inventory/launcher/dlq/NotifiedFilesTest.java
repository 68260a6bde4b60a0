package inventory.launcher.dlq;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class NotifiedFilesTest {

  @Test
  void theKeysOfANotificationAreDecoded() {
    assertThat(
            NotifiedFiles.in(
                """
                {"Records":[{"s3":{"object":{"key":"inventory_files/a+b%C3%BC.csv","size":3}}},
                            {"s3":{"object":{"key":"c.csv"}}}]}"""))
        .containsExactly("inventory_files/a bü.csv", "c.csv");
  }

  @Test
  void aKeyThatIsNotEncodedAsS3DoesStandsAsItIs() {
    assertThat(NotifiedFiles.in("{\"Records\":[{\"s3\":{\"object\":{\"key\":\"100%\"}}}]}"))
        .containsExactly("100%");
  }

  @Test
  void otherTextsTellOfNoFile() {
    assertThat(NotifiedFiles.in("")).isEmpty();
    assertThat(NotifiedFiles.in("hello")).isEmpty();
    assertThat(NotifiedFiles.in("{\"Records\":5}")).isEmpty();
    assertThat(NotifiedFiles.in("{\"Event\":\"s3:TestEvent\"}")).isEmpty();
  }
}
