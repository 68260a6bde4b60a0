package inventory.launcher.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import inventory.model.resource.Queues;
import inventory.stack.EnvironmentFile;
import inventory.testkit.EmbeddedAws;
import inventory.testkit.Resources;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.s3.model.S3Object;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;

/** The command as a process, into a folder and into an environment without services. */
@Tag("full")
class GenerateIT {

  private static final JsonMapper JSON = new JsonMapper();

  private Resources aws;

  @TempDir private Path folder;

  @BeforeEach
  void create() throws IOException {
    aws = EmbeddedAws.newResources();
    EnvironmentFile.write(folder.resolve("env"), aws.environment());
  }

  @AfterEach
  void close() {
    aws.close();
  }

  @Test
  void theBucketGetsTheSameFilesAsAFolder() throws Exception {
    String[] recipe = {
      "files", "--files", "4", "--rows", "20", "--duplicates", "50%", "--malformed", "5%"
    };
    List<String> here = generate(recipe, "--to", folder.resolve("out").toString());
    List<String> there = generate(recipe, "--state", folder.toString(), "--rate", "100/s");

    assertThat(there).isEqualTo(here);
    assertThat(objects()).isEqualTo(files(folder.resolve("out"))).hasSizeBetween(4, 8);
    JsonNode totals = JSON.readTree(String.join("\n", there));
    assertThat(totals.get("files")).hasSize(objects().size());
    assertThat(totals.get("kind").asText()).isEqualTo("files");
  }

  @Test
  void withoutAStreamEventsGoToTheQueueInOrderAndLaterRunsHaveHigherNumbers() throws Exception {
    String[] recipe = {
      "events", "--events", "60", "--items", "5", "--malformed", "5%", "--duplicates", "5%"
    };
    generate(recipe, "--to", folder.resolve("out").toString());
    Map<String, List<String>> expected = records(folder.resolve("out/events.jsonl"));

    Path totals = folder.resolve("totals.json");
    List<String> output =
        generate(recipe, "--state", folder.toString(), "--totals", totals.toString());
    assertThat(output)
        .containsExactly(
            "There is no event stream here, so the events go to the queue "
                + aws.queue(Queues.EVENTS)
                + ".");
    Queue first = receive(expected.values().stream().mapToInt(List::size).sum());
    assertThat(first.data()).isEqualTo(expected);
    assertThat(JSON.readTree(totals.toFile()).get("kind").asText()).isEqualTo("events");

    generate(recipe, "--state", folder.toString(), "--totals", totals.toString());
    Queue second = receive(expected.values().stream().mapToInt(List::size).sum());
    assertThat(second.data()).isEqualTo(expected);
    assertThat(second.least()).isGreaterThan(first.greatest());
  }

  /** Runs the command; returns the lines that it prints. */
  private List<String> generate(String[] recipe, String... more) throws Exception {
    List<String> arguments = new ArrayList<>(List.of("generate"));
    arguments.addAll(List.of(recipe));
    arguments.addAll(List.of(more));
    try (Program generate = new Program(folder, Map.of(), arguments.toArray(String[]::new))) {
      assertThat(generate.exitCode()).as("%s", generate.lines()).isZero();
      return generate.lines();
    }
  }

  private Map<String, String> objects() {
    Map<String, String> objects = new TreeMap<>();
    for (S3Object object :
        aws.s3().listObjectsV2Paginator(r -> r.bucket(aws.bucket())).contents()) {
      objects.put(
          object.key(),
          aws.s3().getObjectAsBytes(r -> r.bucket(aws.bucket()).key(object.key())).asUtf8String());
    }
    return objects;
  }

  private static Map<String, String> files(Path folder) throws IOException {
    Map<String, String> files = new TreeMap<>();
    try (Stream<Path> paths = Files.walk(folder)) {
      for (Path path : paths.filter(Files::isRegularFile).toList()) {
        files.put(folder.relativize(path).toString(), Files.readString(path));
      }
    }
    return files;
  }

  private static Map<String, List<String>> records(Path lines) throws IOException {
    Map<String, List<String>> records = new HashMap<>();
    for (String line : Files.readAllLines(lines)) {
      JsonNode record = JSON.readTree(line);
      records
          .computeIfAbsent(record.get("partitionKey").asText(), any -> new ArrayList<>())
          .add(record.get("data").asText());
    }
    return records;
  }

  /** Messages of a queue: the data of each group in order, and the range of sequence numbers. */
  private record Queue(Map<String, List<String>> data, BigInteger least, BigInteger greatest) {}

  private Queue receive(int number) {
    String url = aws.queueUrl(aws.queue(Queues.EVENTS));
    List<Message> all = new ArrayList<>();
    await()
        .until(
            () -> {
              for (Message message :
                  aws.sqs()
                      .receiveMessage(
                          r ->
                              r.queueUrl(url)
                                  .maxNumberOfMessages(10)
                                  .messageSystemAttributeNames(MessageSystemAttributeName.ALL))
                      .messages()) {
                all.add(message);
                aws.sqs()
                    .deleteMessage(r -> r.queueUrl(url).receiptHandle(message.receiptHandle()));
              }
              return all.size() == number;
            });
    Map<String, List<String>> data = new HashMap<>();
    Map<String, BigInteger> last = new HashMap<>();
    List<BigInteger> numbers = new ArrayList<>();
    for (Message message : all) {
      JsonNode body = read(message.body());
      String group = message.attributes().get(MessageSystemAttributeName.MESSAGE_GROUP_ID);
      BigInteger place = new BigInteger(body.get("sequenceNumber").asText());
      assertThat(body.get("partitionKey").asText()).isEqualTo(group);
      assertThat(body.get("eventID").asText()).isEqualTo("shardId-000000000000:" + place);
      assertThat(place).isGreaterThan(last.getOrDefault(group, BigInteger.ZERO));
      last.put(group, place);
      numbers.add(place);
      byte[] bytes = Base64.getDecoder().decode(body.get("data").asText());
      data.computeIfAbsent(group, any -> new ArrayList<>())
          .add(new String(bytes, StandardCharsets.UTF_8));
    }
    return new Queue(
        data,
        numbers.stream().min(BigInteger::compareTo).orElseThrow(),
        numbers.stream().max(BigInteger::compareTo).orElseThrow());
  }

  private static JsonNode read(String json) {
    try {
      return JSON.readTree(json);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
