package inventory.threshold.file;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import inventory.model.RestockRule;
import inventory.threshold.file.Threshold.Target;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ThresholdFileTest {

  private final ThresholdFile file = new ThresholdFile();

  private List<Entry> read(byte[] content) throws IOException, UnreadableFileException {
    List<Entry> entries = new ArrayList<>();
    file.read(new ByteArrayInputStream(content), entries::add);
    return entries;
  }

  private List<Entry> read(String content) throws IOException, UnreadableFileException {
    return read(content.getBytes(UTF_8));
  }

  /** The one entry of a list. */
  private Entry entry(String json) throws IOException, UnreadableFileException {
    return read("{\"ThresholdList\":[" + json + "]}").get(0);
  }

  private Threshold parse(String json) throws Exception {
    return EntryParser.parse(entry(json));
  }

  private String whyNot(String json) throws Exception {
    try {
      throw new AssertionError(parse(json) + " should not be a threshold");
    } catch (BadEntryException e) {
      return e.reject().field() + ": " + e.reject().reason();
    }
  }

  @Test
  void anEntryIsForAllWarehousesOrForOne() throws Exception {
    assertThat(parse("{\"ItemId\":\"a123v5\",\"RestockIfBelow\":25}"))
        .isEqualTo(new Threshold(new Target("a123v5", Optional.empty()), 25));
    assertThat(parse("{\"RestockIfBelow\":0,\"WarehouseName\":\"Köln\",\"ItemId\":\" a \"}"))
        .isEqualTo(new Threshold(new Target(" a ", Optional.of("Köln")), 0));
    assertThat(parse("{\"ItemId\":\"a\",\"WarehouseName\":null,\"RestockIfBelow\":1}").warehouse())
        .isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "10.0, 10",
    "1e1, 10",
    "-0, 0",
    "9223372036854775807, 9223372036854775807",
    "9223372036854775807.0, 9223372036854775807",
    "9007199254740993, 9007199254740993",
    "9007199254740993.0, 9007199254740993"
  })
  void aWholeNumberMayBeWrittenAsJsonAllows(String written, long value) throws Exception {
    assertThat(parse("{\"ItemId\":\"a\",\"RestockIfBelow\":" + written + "}").rule())
        .hasValue(RestockRule.below(value));
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '|',
      delimiter = ';',
      value = {
        "-1; -1 is not a whole number from 0 to 9223372036854775807",
        "1.5; 1.5 is not a whole number from 0 to 9223372036854775807",
        "1e-999999999; 1E-999999999 is not a whole number from 0 to 9223372036854775807",
        "1e999999999; 1E+999999999 is not a whole number from 0 to 9223372036854775807",
        "9223372036854775808; 9223372036854775808 is not a whole number from 0 to"
            + " 9223372036854775807",
        "\"25\"; is the text \"25\"; a whole number from 0 to 9223372036854775807 is expected,"
            + " without quotes",
        "true; is true; a whole number from 0 to 9223372036854775807 is expected, without quotes",
        "[1]; is an array; a whole number from 0 to 9223372036854775807 is expected, without"
            + " quotes",
        "1e99999999999; is the text \"1e99999999999\"; a whole number from 0 to",
        "-1e99999999999; is the text \"-1e99999999999\"; a whole number from 0 to",
        "1e-99999999999; is the text \"1e-99999999999\"; a whole number from 0 to"
      })
  void anythingElseIsNoThreshold(String written, String reason) throws Exception {
    // The delimiter of the table above stands in the reasons, too.
    assertThat(whyNot("{\"ItemId\":\"a\",\"RestockIfBelow\":" + written + "}"))
        .startsWith("RestockIfBelow: " + reason);
  }

  @Test
  void aNameMustBeAGoodOne() throws Exception {
    assertThat(whyNot("{\"RestockIfBelow\":1}")).isEqualTo("ItemId: is missing");
    assertThat(whyNot("{\"ItemId\":\"a\"}")).isEqualTo("RestockIfBelow: is missing");
    assertThat(whyNot("{\"ItemId\":\"a\uFFFF\",\"RestockIfBelow\":1}"))
        .isEqualTo("ItemId: contains U+FFFE or U+FFFF, which is not a character");
    assertThat(whyNot("{\"ItemId\":7,\"RestockIfBelow\":1}"))
        .isEqualTo("ItemId: is 7; a string is expected");
    assertThat(whyNot("{\"ItemId\":\"\",\"RestockIfBelow\":1}")).isEqualTo("ItemId: is empty");
    assertThat(whyNot("{\"ItemId\":\"a\\u0000\",\"RestockIfBelow\":1}"))
        .isEqualTo("ItemId: contains a control character or a line break");
    assertThat(whyNot("{\"ItemId\":\"a\\ud800\",\"RestockIfBelow\":1}"))
        .isEqualTo("ItemId: contains half a character (a lone surrogate)");
    assertThat(whyNot("{\"ItemId\":\"a\",\"WarehouseName\":{},\"RestockIfBelow\":1}"))
        .isEqualTo("WarehouseName: is an object; a string is expected");
  }

  @Test
  void nullIsTheRemovalOfAThreshold() throws Exception {
    assertThat(parse("{\"ItemId\":\"a\",\"RestockIfBelow\":null}").rule()).isEmpty();
  }

  @Test
  void anEntryMaySayUpToWhichLevelAndInWhichPacksToOrder() throws Exception {
    assertThat(
            parse("{\"ItemId\":\"a\",\"RestockIfBelow\":25,\"OrderUpTo\":50,\"PackSize\":6}")
                .rule())
        .hasValue(new RestockRule(25, Optional.of(50L), Optional.of(6L)));
    assertThat(
            parse("{\"ItemId\":\"a\",\"RestockIfBelow\":25,\"OrderUpTo\":25,\"PackSize\":null}")
                .rule())
        .hasValue(new RestockRule(25, Optional.of(25L), Optional.empty()));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '|',
      value = {
        "25, \"OrderUpTo\":24~ OrderUpTo: 24 is below RestockIfBelow, 25; an order must end the"
            + " shortage",
        "0, \"OrderUpTo\":0~ OrderUpTo: 0 is not a whole number from 1 to 9223372036854775807",
        "0, \"PackSize\":0~ PackSize: 0 is not a whole number from 1 to 9223372036854775807",
        "0, \"PackSize\":2.5~ PackSize: 2.5 is not a whole number from 1 to 9223372036854775807",
        "0, \"PackSize\":\"6\"~ PackSize: is the text \"6\"; a whole number from 1 to"
            + " 9223372036854775807 is expected, without quotes",
        "null, \"OrderUpTo\":5~ OrderUpTo: needs a RestockIfBelow; null removes the threshold",
        "null, \"PackSize\":5~ PackSize: needs a RestockIfBelow; null removes the threshold"
      })
  void anOrderThatDoesNotFitTheThresholdIsRejected(String written, String reason) throws Exception {
    assertThat(whyNot("{\"ItemId\":\"a\",\"RestockIfBelow\":" + written + "}")).isEqualTo(reason);
  }

  @Test
  void aNumberBeyondAllBoundsInAnotherFieldDoesNoHarm() throws Exception {
    assertThat(parse("{\"ItemId\":\"a\",\"RestockIfBelow\":1,\"x\":[1e99999999999]}").rule())
        .hasValue(RestockRule.below(1));
    assertThat(read("{\"x\":1e99999999999,\"ThresholdList\":[{}]}")).hasSize(1);
  }

  @Test
  void anEntryThatIsNoObjectOrRepeatsAFieldIsRejected() throws Exception {
    assertThat(whyNot("\"a123v5\"")).isEqualTo(": is the text \"a123v5\", not a JSON object");
    assertThat(whyNot("null")).isEqualTo(": is null, not a JSON object");
    assertThat(whyNot("{\"ItemId\":\"a\",\"RestockIfBelow\":1,\"ItemId\":\"b\"}"))
        .isEqualTo("ItemId: is in the entry more than once");
  }

  @Test
  void unknownFieldsAreNamedAndAnEarlierRejectIsNot() throws Exception {
    read(
        "{\"Warehouse\":\"Berlin\",\"ThresholdList\":[{\"Comment\":1,\"Rejected\":{\"Index\":1},"
            + "\"warehouseName\":\"Berlin\"},{\"Comment\":[[]]}]}");

    assertThat(file.unknownFields())
        .containsExactlyInAnyOrder("\"Warehouse\"", "\"Comment\"", "\"warehouseName\"");
  }

  @Test
  void noMoreThanTenUnknownFieldsAreNamed() throws Exception {
    StringBuilder members = new StringBuilder();
    for (int i = 0; i < 400; i++) {
      members.append("\"field").append(i).append("\":0,");
    }
    read("{" + members + "\"ThresholdList\":[]}");

    assertThat(file.unknownFields()).hasSize(10);
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '|',
      delimiter = ';',
      value = {
        "||; the file is empty",
        "|  |; the file is empty",
        "[]; an object with a ThresholdList is expected, at line 1, column 1",
        "|{}|; the file has no ThresholdList",
        "|{\"thresholdList\":[]}|; the file has no ThresholdList",
        "|{\"ThresholdList\":{}}|; ThresholdList is not an array, at line 1, column 18",
        "|{\"ThresholdList\":[],\"ThresholdList\":[]}|; ThresholdList appears twice, at line"
            + " 1, column 37",
        "|{\"ThresholdList\":[]} {}|; something follows the end of the object, at line 1, column 22",
        "|{\"ThresholdList\":[|; the JSON is truncated, near line 1, column 19",
        "|{\"ThresholdList\":[}]|; the file is not valid JSON: Unexpected close marker '}': expected ']'",
        "PK; the file is not valid JSON: Unrecognized token 'PK'"
      })
  void aFileOfAnotherFormIsUnreadableByLineAndColumn(String content, String reason) {
    assertThatThrownBy(() -> read(content))
        .isInstanceOf(UnreadableFileException.class)
        .hasMessageStartingWith(reason);
  }

  @Test
  void aMistakeIsFoundByItsLineAndColumn() {
    assertThatThrownBy(() -> read("{\"ThresholdList\": [\n  {\"ItemId\": a}\n]}"))
        .isInstanceOf(UnreadableFileException.class)
        .hasMessageStartingWith("the file is not valid JSON: Unrecognized token 'a'")
        .hasMessageEndingWith(", near line 2, column 16");
    assertThatThrownBy(
            () -> read("{\n\"ThresholdList\":[{\"ItemId\":\"Köln\"}]}".getBytes(ISO_8859_1)))
        .isInstanceOf(UnreadableFileException.class)
        .hasMessageStartingWith("the file is not valid JSON: Invalid UTF-8")
        .hasMessageContaining(", near line 2, column");
  }

  @ParameterizedTest
  @ValueSource(strings = {"[", "[{\"a\":"})
  void nestingWithoutEndIsUnreadable(String opening) {
    assertThatThrownBy(() -> entry(opening.repeat(100_000)))
        .isInstanceOf(UnreadableFileException.class)
        .hasMessageStartingWith("the file is not valid JSON: ");
  }

  @Test
  void anEntryThatWouldFillTheMemoryIsUnreadable() {
    assertThatThrownBy(() -> entry("[" + "{},".repeat(1_000_000) + "{}]"))
        .isInstanceOf(UnreadableFileException.class)
        .hasMessageStartingWith(
            "the file is not valid JSON: the entry has more than 1000 names, values and brackets, near line"
                + " 1, column");
  }

  @Test
  void aByteOrderMarkIsFine() throws Exception {
    assertThat(read("\ufeff{\"ThresholdList\":[{},{}]}"))
        .extracting(Entry::index)
        .containsExactly(1, 2);
  }

  @Test
  void aRejectedEntryIsWrittenAsItWasWithTheReason() throws Exception {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Entry entry =
        entry(
            "{\"ItemId\":\"Köln \\ud800\",\"ItemId\":[1.50,1e400,null,true],\"x\":{\"y\":"
                + "12345678901234567890},\"Rejected\":{\"Index\":9}}");
    try (RejectsWriter writer = new RejectsWriter(out)) {
      writer.write(new RejectedEntry(entry, new Reject(1, "ItemId", "is bad")));
      writer.write(
          new RejectedEntry(
              read("{\"ThresholdList\":[7]}").get(0), new Reject(2, "", "is the number 7")));
    }

    String text = out.toString(UTF_8);
    assertThat(text.replaceAll("\\s", ""))
        .isEqualTo(
            "{\"ThresholdList\":[{\"ItemId\":\"Köln\\uD800\",\"ItemId\":[1.50,1E+400,null,true],"
                + "\"x\":{\"y\":12345678901234567890},\"Rejected\":{\"Index\":1,\"Field\":"
                + "\"ItemId\",\"Reason\":\"isbad\"}},{\"Entry\":7,\"Rejected\":{\"Index\":2,"
                + "\"Field\":\"\",\"Reason\":\"isthenumber7\"}}]}");
    assertThat(read(text)).hasSize(2);
  }
}
