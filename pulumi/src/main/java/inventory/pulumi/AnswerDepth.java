package inventory.pulumi;

import com.google.protobuf.CodedInputStream;
import java.lang.reflect.Field;

/**
 * How deep the values in an answer of Pulumi's engine may be nested.
 *
 * <p>Pulumi's library for Java reads at most 100 nested messages, about 33 nested values. The
 * engine adds to each resource what it needs to restore the provider's state, three or more values
 * for each of the resource's own. A scaling policy by metrics is deeper than that: without this
 * class, {@code pulumi up} ends with "Protocol message had too many levels of nesting", at the
 * latest when it runs a second time. See <a
 * href="https://github.com/pulumi/pulumi-java/issues/2277">the library's issue</a>; a version that
 * contains its solution makes this class unnecessary.
 */
final class AnswerDepth {

  /** Enough for any resource, and little for a thread's stack. */
  private static final int MESSAGES = 1_000;

  private AnswerDepth() {}

  /**
   * Raises the limit for all answers that this process reads from now on.
   *
   * @throws IllegalStateException if the library keeps its limit elsewhere; it has another version
   */
  static void raise() {
    try {
      Field limit = CodedInputStream.class.getDeclaredField("defaultRecursionLimit");
      limit.setAccessible(true);
      limit.setInt(null, MESSAGES);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(
          "This version of protobuf-java has no defaultRecursionLimit. See AnswerDepth.", e);
    }
  }
}
