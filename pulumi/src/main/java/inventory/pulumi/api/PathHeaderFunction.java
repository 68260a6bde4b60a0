package inventory.pulumi.api;

import com.pulumi.aws.cloudfront.Function;
import com.pulumi.aws.cloudfront.FunctionArgs;
import com.pulumi.aws.cloudfront.inputs.DistributionOrderedCacheBehaviorFunctionAssociationArgs;
import inventory.pulumi.component.Component;
import inventory.pulumi.component.StackContext;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Passes the original path of a request to the API in a header. An HTTP API decodes the path, and
 * names may contain slashes and question marks.
 */
final class PathHeaderFunction extends Component {

  private static final String NAME = "inventory-keep-path";

  private final Function function;

  /**
   * Declares it.
   *
   * @param source the file with the function's code
   */
  PathHeaderFunction(StackContext base, Path source) {
    super("PathKeeper", NAME, base);
    function =
        new Function(
            NAME,
            FunctionArgs.builder()
                .name(base.global(NAME))
                .comment("The path of a call of the API, as it came")
                .runtime("cloudfront-js-2.0")
                .code(text(source))
                .publish(true)
                .build(),
            child());
    complete();
  }

  private static String text(Path source) {
    try {
      return Files.readString(source);
    } catch (IOException e) {
      throw new UncheckedIOException("CloudFront's function cannot be read: " + source, e);
    }
  }

  /** The association that runs it before CloudFront passes on a request. */
  DistributionOrderedCacheBehaviorFunctionAssociationArgs onRequest() {
    return DistributionOrderedCacheBehaviorFunctionAssociationArgs.builder()
        .eventType("viewer-request")
        .functionArn(function.arn())
        .build();
  }
}
