package inventory.launcher.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

final class ItemSizeTest {

  @Test
  void textCountsItsUtf8BytesAndThoseOfItsName() {
    assertThat(ItemSize.bytes(Map.of("pk", AttributeValue.fromS("Zürich")))).isEqualTo(2 + 7);
  }

  @ParameterizedTest
  @CsvSource({"0,2", "7,2", "-7,3", "12,2", "123,3", "-123,4", "1000000,2", "12345678,5"})
  void aNumberCountsAByteForTwoSignificantDigits(String number, int bytes) {
    assertThat(ItemSize.bytes(Map.of("n", AttributeValue.fromN(number)))).isEqualTo(1 + bytes);
  }

  @Test
  void bytesAndBooleansCountAsTheyAre() {
    Map<String, AttributeValue> item =
        Map.of(
            "rows", AttributeValue.fromB(SdkBytes.fromByteArray(new byte[300])),
            "versioned", AttributeValue.fromBool(true));

    assertThat(ItemSize.bytes(item)).isEqualTo(4 + 300 + 9 + 1);
  }

  @ParameterizedTest
  @CsvSource({"1022,1", "1023,2", "2046,2", "2047,3"})
  void eachKilobyteThatIsBegunIsCounted(int length, int kilobytes) {
    Map<String, AttributeValue> item = Map.of("pk", AttributeValue.fromS("a".repeat(length)));

    assertThat(ItemSize.kilobytes(item)).isEqualTo(kilobytes);
  }

  @Test
  void anAttributeOfAnUnknownTypeIsNotGuessed() {
    Map<String, AttributeValue> item = Map.of("list", AttributeValue.fromSs(List.of("a")));

    assertThatThrownBy(() -> ItemSize.bytes(item))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("SS");
  }
}
