package inventory.model.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WebhookUrlTest {

  private final WebhookUrl rule = WebhookUrl.allowing("127.0.0.1, hooks.internal");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://hooks.example.com",
        "https://hooks.example.com:8443/a/b?c=d",
        "http://127.0.0.1:8080/hook",
        "https://127.0.0.1/",
        "http://hooks.internal/"
      })
  void aUrlOfAPublicNameOrOfAnAllowedHostIsValid(String url) {
    assertThat(rule.problemWith(url)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "hooks.example.com",
        "/hook",
        "https:///hook",
        "https:hook",
        "ftp://hooks.example.com",
        "HTTPS://hooks.example.com",
        "http://hooks.example.com",
        "https://user@hooks.example.com",
        "https://user:password@hooks.internal",
        "https://hooks.example.com/#a",
        "https://hooks.example.com/a b",
        "https://127.0.0.2/",
        "https://8.8.8.8/",
        "https://2130706433/",
        "https://0x7f.1/",
        "https://[::1]/",
        "https://[::ffff:127.0.0.1]/",
        "https://exa_mple.com/"
      })
  void otherUrlsAreNot(String url) {
    assertThat(rule.problemWith(url)).isPresent();
  }

  @ParameterizedTest
  @ValueSource(ints = {2_001, 100_000})
  void aUrlIsNotTooLong(int length) {
    String url = "https://hooks.example.com/";
    assertThat(rule.problemWith(url + "x".repeat(length - url.length()))).isPresent();
    assertThat(rule.problemWith(url + "x".repeat(WebhookUrl.MAX_LENGTH - url.length()))).isEmpty();
  }
}
