package inventory.pulumi.component;

import com.pulumi.Context;
import com.pulumi.aws.AwsFunctions;
import com.pulumi.aws.Provider;
import com.pulumi.aws.ProviderArgs;
import com.pulumi.aws.inputs.ProviderDefaultTagsArgs;
import com.pulumi.core.Output;
import inventory.pulumi.settings.Settings;
import java.util.Map;

/**
 * What all components need.
 *
 * @param settings the stack's settings
 * @param accountId the number of the account
 * @param provider the provider of every resource, with one region and the same tags
 */
public record StackContext(Settings settings, Output<String> accountId, Provider provider) {

  /** The tags of every resource, for bills and people. */
  static Map<String, String> tags(String stack) {
    return Map.of("project", "inventory", "stack", stack, "managed-by", "pulumi");
  }

  /** The context for the account of Pulumi's credentials. */
  public static StackContext of(Context context, Settings settings) {
    Provider provider =
        new Provider(
            "inventory",
            ProviderArgs.builder()
                .region(settings.region())
                .defaultTags(
                    ProviderDefaultTagsArgs.builder().tags(tags(context.stackName())).build())
                .build());
    return new StackContext(
        settings,
        AwsFunctions.getCallerIdentity().applyValue(caller -> caller.accountId()),
        provider);
  }

  /** The region's name. */
  public String region() {
    return settings.region();
  }

  /**
   * The name of a resource of the whole account, such as CloudFront's: with the region, so that an
   * account can have a stack in each region.
   */
  public String global(String name) {
    return name + "-" + region();
  }

  /** The ARN of a resource of this account in this region, which need not exist yet. */
  public Output<String> arn(String service, String resource) {
    return accountId.applyValue(
        account -> "arn:aws:%s:%s:%s:%s".formatted(service, region(), account, resource));
  }
}
