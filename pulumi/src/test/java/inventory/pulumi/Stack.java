package inventory.pulumi;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.pulumi.test.Mocks;
import com.pulumi.test.PulumiTest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;

/** The stack as Pulumi's engine would see it: every resource with its resolved inputs. */
final class Stack implements Mocks {

  static final String ACCOUNT = "123456789012";
  static final String KEY_ARN = arn("inventory", "aws:kms/key:Key");

  private static final String INBOX = "inventory-inbox";
  static final String BUCKET_ARN = arn(INBOX, "aws:s3/bucketV2:BucketV2");

  private final List<ResourceArgs> resources = new CopyOnWriteArrayList<>();

  private Stack() {}

  /** Runs the program for a stack whose data is protected. */
  static Stack usual() {
    return of(new Settings("purchasing@example.com", "operations@example.com", true));
  }

  /** Runs the program. */
  static Stack of(Settings settings) {
    Stack stack = new Stack();
    try {
      PulumiTest.withMocks(stack).runTest(context -> App.stack(context, settings)).throwOnError();
    } finally {
      PulumiTest.cleanup();
    }
    return stack;
  }

  /** What AWS would answer: the inputs, with an ARN that names the resource. */
  @Override
  public CompletableFuture<ResourceResult> newResourceAsync(ResourceArgs args) {
    resources.add(args);
    Map<String, Object> state = new HashMap<>(args.inputs);
    state.putIfAbsent("arn", arn(args.name, args.type));
    state.put("url", "https://sqs.example/" + args.name);
    state.put("keyId", args.name + "-key-id");
    state.putIfAbsent("bucket", args.name + "-1234567");
    state.putIfAbsent("name", args.name);
    return CompletableFuture.completedFuture(
        ResourceResult.of(Optional.of(args.name + "-id"), state));
  }

  @Override
  public CompletableFuture<Map<String, Object>> callAsync(CallArgs args) {
    return CompletableFuture.completedFuture(
        Map.of("accountId", ACCOUNT, "arn", "arn:user", "userId", "user", "id", "id"));
  }

  /** The ARN of a resource of the stack. */
  static String arn(String name, String type) {
    return "arn:" + type + ":" + name;
  }

  /** The types of all resources, those of components and of the stack left out. */
  List<String> types() {
    return resources.stream().map(args -> args.type).filter(t -> t.startsWith("aws:")).toList();
  }

  /** The inputs of the resources of a type, by name. */
  Map<String, Map<String, Object>> inputs(String type) {
    Map<String, Map<String, Object>> inputs = new HashMap<>();
    resources.stream()
        .filter(args -> args.type.equals(type))
        .forEach(args -> inputs.put(args.name, args.inputs));
    return inputs;
  }

  /** The inputs of the inbox bucket's resource of a type. */
  Map<String, Object> inbox(String type) {
    return inputs(type).get(INBOX);
  }

  /** The ARN of a queue of the stack. */
  static String queueArn(String name) {
    return arn(name, "aws:sqs/queue:Queue");
  }

  /** The statements of a policy document. */
  static JsonArray statements(Object policy) {
    return json(policy).getAsJsonArray("Statement");
  }

  /** Parses JSON, in which strings may be in single quotes. */
  static JsonObject json(Object text) {
    return JsonParser.parseString((String) text).getAsJsonObject();
  }
}
