package inventory.pulumi.api;

import com.pulumi.aws.cloudfront.ResponseHeadersPolicy;
import com.pulumi.aws.cloudfront.ResponseHeadersPolicyArgs;
import com.pulumi.aws.cloudfront.inputs.ResponseHeadersPolicySecurityHeadersConfigArgs;
import com.pulumi.aws.cloudfront.inputs.ResponseHeadersPolicySecurityHeadersConfigContentSecurityPolicyArgs;
import com.pulumi.aws.cloudfront.inputs.ResponseHeadersPolicySecurityHeadersConfigContentTypeOptionsArgs;
import com.pulumi.aws.cloudfront.inputs.ResponseHeadersPolicySecurityHeadersConfigFrameOptionsArgs;
import com.pulumi.aws.cloudfront.inputs.ResponseHeadersPolicySecurityHeadersConfigReferrerPolicyArgs;
import com.pulumi.aws.cloudfront.inputs.ResponseHeadersPolicySecurityHeadersConfigStrictTransportSecurityArgs;
import com.pulumi.core.Output;
import inventory.model.resource.ContentSecurityPolicy;
import inventory.pulumi.component.Component;
import inventory.pulumi.component.StackContext;
import inventory.pulumi.identity.SignIn;
import inventory.pulumi.storage.Storage;
import java.util.List;

/**
 * The security headers of the dashboard: what it may load and call, and that everything needs TLS.
 */
final class SecurityHeaders extends Component {

  private static final String NAME = "inventory-dashboard";
  private static final int YEAR_SECONDS = 31_536_000;

  private final ResponseHeadersPolicy policy;

  SecurityHeaders(StackContext base, SignIn signIn, Storage inbox) {
    super("SecurityHeaders", "security-headers", base);
    policy =
        new ResponseHeadersPolicy(
            NAME,
            ResponseHeadersPolicyArgs.builder()
                .name(base.global(NAME))
                .securityHeadersConfig(
                    Output.tuple(signIn.origins(), origin(inbox))
                        .applyValue(known -> headers(known.t1, known.t2)))
                .build(),
            child());
    complete();
  }

  /** The origin to which browsers upload files: scheme and host of the inbox. */
  static Output<String> origin(Storage inbox) {
    return inbox.bucket().bucketRegionalDomainName().applyValue(host -> "https://" + host);
  }

  private static ResponseHeadersPolicySecurityHeadersConfigArgs headers(
      List<String> signIn, String inbox) {
    return ResponseHeadersPolicySecurityHeadersConfigArgs.builder()
        .contentSecurityPolicy(
            ResponseHeadersPolicySecurityHeadersConfigContentSecurityPolicyArgs.builder()
                .contentSecurityPolicy(ContentSecurityPolicy.dashboard(signIn, inbox))
                // The API and its documentation send their own, stricter policy.
                .override(false)
                .build())
        .contentTypeOptions(
            ResponseHeadersPolicySecurityHeadersConfigContentTypeOptionsArgs.builder()
                .override(true)
                .build())
        .frameOptions(
            ResponseHeadersPolicySecurityHeadersConfigFrameOptionsArgs.builder()
                .frameOption("DENY")
                .override(true)
                .build())
        .referrerPolicy(
            ResponseHeadersPolicySecurityHeadersConfigReferrerPolicyArgs.builder()
                .referrerPolicy("no-referrer")
                .override(true)
                .build())
        .strictTransportSecurity(
            ResponseHeadersPolicySecurityHeadersConfigStrictTransportSecurityArgs.builder()
                .accessControlMaxAgeSec(YEAR_SECONDS)
                .includeSubdomains(true)
                .override(true)
                .build())
        .build();
  }

  /** The policy's id. */
  Output<String> id() {
    return policy.id();
  }
}
