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
 * What every part stands on.
 *
 * @param settings the stack's settings
 * @param accountId the number of the account
 * @param provider creates every resource, in one region, with the same tags
 */
public record StackContext(Settings settings, Output<String> accountId, Provider provider) {

  /** Tags of every resource, by which bills and people tell whose it is. */
  static Map<String, String> tags(String stack) {
    return Map.of("project", "inventory", "stack", stack, "managed-by", "pulumi");
  }

  /** For the account that Pulumi's credentials lead to. */
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

  /** The ARN of something of this account in this region, before or without its being there. */
  public Output<String> arn(String service, String resource) {
    return accountId.applyValue(
        account -> "arn:aws:%s:%s:%s:%s".formatted(service, region(), account, resource));
  }
}
