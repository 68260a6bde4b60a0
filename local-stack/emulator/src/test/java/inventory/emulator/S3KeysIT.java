package inventory.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.model.CommonPrefix;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Response;
import software.amazon.awssdk.services.s3.model.S3Object;

/** Keys are any text of up to 1,024 bytes, not paths. */
@Tag("full")
class S3KeysIT {

  private static Clients clients;
  private static String all;

  static List<String> keys() {
    return List.of(
        "a",
        "a/b",
        "a//b",
        "a/",
        "/a",
        "//a",
        "with space",
        "plus+plus",
        "ümläut.csv",
        "漢字.csv",
        "😀.csv",
        "what?.csv",
        "100%.csv",
        "%41.csv",
        "no#1.csv",
        "a&b=c.csv",
        "semi;colon.csv",
        "back\\slash.csv",
        "quote\"'.csv",
        "dots/./in/../path.csv",
        "..",
        "tilde~*(!)@:,$.csv",
        "k".repeat(1024),
        "x/".repeat(512),
        "ü".repeat(512));
  }

  @BeforeAll
  static void putAll() {
    clients = new Clients(EmulatorProcess.shared());
    all = clients.newBucket();
    keys().forEach(key -> put(all, key));
  }

  @AfterAll
  static void disconnect() {
    clients.close();
  }

  @ParameterizedTest
  @MethodSource("keys")
  void aKeyComesBackWithItsOwnContent(String key) {
    assertThat(clients.s3.getObjectAsBytes(b -> b.bucket(all).key(key)).asUtf8String())
        .isEqualTo("content of " + key);
    assertThat(clients.s3.headObject(b -> b.bucket(all).key(key)).contentLength())
        .isEqualTo(("content of " + key).getBytes(StandardCharsets.UTF_8).length);
  }

  @Test
  void aDeletedKeyIsGoneAlone() {
    String bucket = clients.newBucket();
    List<String> left = new ArrayList<>(List.of("a", "a/", "a/b", "a//b", "/a", "..", "A"));
    left.forEach(key -> put(bucket, key));
    while (!left.isEmpty()) {
      String key = left.remove(0);
      clients.s3.deleteObject(b -> b.bucket(bucket).key(key));
      assertThat(list(bucket)).containsExactlyInAnyOrderElementsOf(left);
    }
  }

  @Test
  void allKeysAreListedInTheOrderOfTheirBytes() {
    List<String> expected = new ArrayList<>(keys());
    expected.sort(
        Comparator.comparing(key -> key.getBytes(StandardCharsets.UTF_8), Arrays::compareUnsigned));

    assertThat(list(all)).isEqualTo(expected);
  }

  @Test
  void pagesShowEachKeyOnce() {
    List<String> paged =
        clients.s3.listObjectsV2Paginator(b -> b.bucket(all).maxKeys(2)).contents().stream()
            .map(S3Object::key)
            .toList();

    assertThat(paged).containsExactlyInAnyOrderElementsOf(keys());
  }

  @Test
  void pagesShowEachCommonPrefixOnce() {
    String bucket = clients.newBucket();
    List.of("a/1", "a/2", "a/3", "b", "c/1", "c/d/2", "e").forEach(key -> put(bucket, key));

    List<String> prefixes = new ArrayList<>();
    List<String> contents = new ArrayList<>();
    for (ListObjectsV2Response page :
        clients.s3.listObjectsV2Paginator(b -> b.bucket(bucket).delimiter("/").maxKeys(1))) {
      page.commonPrefixes().stream().map(CommonPrefix::prefix).forEach(prefixes::add);
      page.contents().stream().map(S3Object::key).forEach(contents::add);
      assertThat(page.contents().size() + page.commonPrefixes().size()).isEqualTo(1);
    }

    assertThat(prefixes).containsExactly("a/", "c/");
    assertThat(contents).containsExactly("b", "e");
  }

  @Test
  void aPrefixSelectsTheKeysThatBeginWithIt() {
    assertThat(
            clients.s3.listObjectsV2(b -> b.bucket(all).prefix("a/")).contents().stream()
                .map(S3Object::key))
        .containsExactly("a/", "a//b", "a/b");
    assertThat(
            clients.s3.listObjectsV2(b -> b.bucket(all).startAfter("漢字.csv")).contents().stream()
                .map(S3Object::key))
        .containsExactly("😀.csv");
    assertThat(clients.s3.listObjectsV2(b -> b.bucket(all).prefix("none")).contents())
        .isEqualTo(Collections.emptyList());
  }

  private static List<String> list(String bucket) {
    return clients.s3.listObjectsV2(b -> b.bucket(bucket)).contents().stream()
        .map(S3Object::key)
        .toList();
  }

  private static void put(String bucket, String key) {
    clients.s3.putObject(
        b -> b.bucket(bucket).key(key), RequestBody.fromString("content of " + key));
  }
}
