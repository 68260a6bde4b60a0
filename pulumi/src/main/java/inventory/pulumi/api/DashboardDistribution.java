package inventory.pulumi.api;

import com.pulumi.aws.cloudfront.CachePolicy;
import com.pulumi.aws.cloudfront.CachePolicyArgs;
import com.pulumi.aws.cloudfront.Distribution;
import com.pulumi.aws.cloudfront.DistributionArgs;
import com.pulumi.aws.cloudfront.OriginAccessControl;
import com.pulumi.aws.cloudfront.OriginAccessControlArgs;
import com.pulumi.aws.cloudfront.inputs.CachePolicyParametersInCacheKeyAndForwardedToOriginArgs;
import com.pulumi.aws.cloudfront.inputs.CachePolicyParametersInCacheKeyAndForwardedToOriginCookiesConfigArgs;
import com.pulumi.aws.cloudfront.inputs.CachePolicyParametersInCacheKeyAndForwardedToOriginHeadersConfigArgs;
import com.pulumi.aws.cloudfront.inputs.CachePolicyParametersInCacheKeyAndForwardedToOriginHeadersConfigHeadersArgs;
import com.pulumi.aws.cloudfront.inputs.CachePolicyParametersInCacheKeyAndForwardedToOriginQueryStringsConfigArgs;
import com.pulumi.aws.cloudfront.inputs.DistributionDefaultCacheBehaviorArgs;
import com.pulumi.aws.cloudfront.inputs.DistributionOrderedCacheBehaviorArgs;
import com.pulumi.aws.cloudfront.inputs.DistributionOriginArgs;
import com.pulumi.aws.cloudfront.inputs.DistributionOriginCustomOriginConfigArgs;
import com.pulumi.aws.cloudfront.inputs.DistributionRestrictionsArgs;
import com.pulumi.aws.cloudfront.inputs.DistributionRestrictionsGeoRestrictionArgs;
import com.pulumi.aws.cloudfront.inputs.DistributionViewerCertificateArgs;
import com.pulumi.core.Output;
import inventory.pulumi.component.Component;
import inventory.pulumi.component.StackContext;
import inventory.pulumi.identity.SignIn;
import inventory.pulumi.policy.Policies;
import inventory.pulumi.storage.EncryptionKey;
import inventory.pulumi.storage.PrivateBucket;
import inventory.pulumi.storage.Storage;
import java.util.List;
import java.util.Map;

/**
 * The dashboard's address. CloudFront serves its files from a bucket that only CloudFront may read,
 * and the API at the same address, so the page needs no CORS.
 */
public final class DashboardDistribution extends Component {

  // Managed by AWS: docs.aws.amazon.com/AmazonCloudFront, "managed cache policies".
  private static final String CACHED = "658327ea-f89d-4fab-a63d-7e88639e58f6";
  private static final String ALL_BUT_HOST = "b689b0a8-53d0-40ab-baf2-68738e2966ac";

  private static final String NAME = "inventory-dashboard";
  private static final String FILES = "files";
  private static final String API = "api";
  private static final List<String> READ = List.of("GET", "HEAD");
  private static final List<String> ALL =
      List.of("GET", "HEAD", "OPTIONS", "PUT", "POST", "PATCH", "DELETE");

  private final PrivateBucket files;
  private final Distribution distribution;

  DashboardDistribution(
      String name,
      StackContext base,
      EncryptionKey key,
      Gateway gateway,
      SignIn signIn,
      Storage inbox) {
    super("Site", name, base);
    files = new PrivateBucket(NAME, base, key, false);
    Output<String> headers = new SecurityHeaders(base, signIn, inbox).id();
    Output<String> notCached = notCached(base);
    OriginAccessControl access =
        new OriginAccessControl(
            NAME,
            OriginAccessControlArgs.builder()
                .name(base.global(NAME))
                .originAccessControlOriginType("s3")
                .signingBehavior("always")
                .signingProtocol("sigv4")
                .build(),
            child());
    distribution =
        new Distribution(
            NAME,
            DistributionArgs.builder()
                .enabled(true)
                .comment("The inventory dashboard")
                .defaultRootObject("index.html")
                .httpVersion("http2and3")
                .isIpv6Enabled(true)
                .priceClass("PriceClass_100")
                .origins(filesOrigin(access), apiOrigin(gateway))
                .defaultCacheBehavior(files(headers))
                .orderedCacheBehaviors(
                    api("/v1/*", notCached, headers), api("/swagger-ui/*", notCached, headers))
                .restrictions(
                    DistributionRestrictionsArgs.builder()
                        .geoRestriction(
                            DistributionRestrictionsGeoRestrictionArgs.builder()
                                .restrictionType("none")
                                .build())
                        .build())
                .viewerCertificate(
                    DistributionViewerCertificateArgs.builder()
                        .cloudfrontDefaultCertificate(true)
                        .build())
                .build(),
            child());
    files.policy(List.of(distributionReads()));
    complete();
  }

  private DistributionOriginArgs filesOrigin(OriginAccessControl access) {
    return DistributionOriginArgs.builder()
        .originId(FILES)
        .domainName(files.bucket().bucketRegionalDomainName())
        .originAccessControlId(access.id())
        .build();
  }

  private static DistributionOriginArgs apiOrigin(Gateway gateway) {
    return DistributionOriginArgs.builder()
        .originId(API)
        .domainName(gateway.host())
        .customOriginConfig(
            DistributionOriginCustomOriginConfigArgs.builder()
                .httpPort(80)
                .httpsPort(443)
                .originProtocolPolicy("https-only")
                .originSslProtocols("TLSv1.2")
                .build())
        .build();
  }

  /**
   * Compresses answers and caches none: the API gives them no lifetime. AWS's own policy without a
   * cache does not compress. CloudFront compresses only what it may keep for a second, so the key
   * has everything that an answer depends on.
   */
  private Output<String> notCached(StackContext base) {
    return new CachePolicy(
            "inventory-api",
            CachePolicyArgs.builder()
                .name(base.global("inventory-api"))
                .minTtl(0)
                .defaultTtl(0)
                .maxTtl(1)
                .parametersInCacheKeyAndForwardedToOrigin(
                    CachePolicyParametersInCacheKeyAndForwardedToOriginArgs.builder()
                        .enableAcceptEncodingBrotli(true)
                        .enableAcceptEncodingGzip(true)
                        .headersConfig(keyHeaders())
                        .queryStringsConfig(
                            CachePolicyParametersInCacheKeyAndForwardedToOriginQueryStringsConfigArgs
                                .builder()
                                .queryStringBehavior("all")
                                .build())
                        .cookiesConfig(
                            CachePolicyParametersInCacheKeyAndForwardedToOriginCookiesConfigArgs
                                .builder()
                                .cookieBehavior("none")
                                .build())
                        .build())
                .build(),
            child())
        .id();
  }

  private static CachePolicyParametersInCacheKeyAndForwardedToOriginHeadersConfigArgs keyHeaders() {
    return CachePolicyParametersInCacheKeyAndForwardedToOriginHeadersConfigArgs.builder()
        .headerBehavior("whitelist")
        .headers(
            CachePolicyParametersInCacheKeyAndForwardedToOriginHeadersConfigHeadersArgs.builder()
                .items("Accept", "Authorization")
                .build())
        .build();
  }

  private static DistributionDefaultCacheBehaviorArgs files(Output<String> headers) {
    return DistributionDefaultCacheBehaviorArgs.builder()
        .targetOriginId(FILES)
        .viewerProtocolPolicy("redirect-to-https")
        .allowedMethods(READ)
        .cachedMethods(READ)
        .compress(true)
        .cachePolicyId(CACHED)
        .responseHeadersPolicyId(headers)
        .build();
  }

  private static DistributionOrderedCacheBehaviorArgs api(
      String paths, Output<String> notCached, Output<String> headers) {
    return DistributionOrderedCacheBehaviorArgs.builder()
        .pathPattern(paths)
        .targetOriginId(API)
        .viewerProtocolPolicy("https-only")
        .allowedMethods(ALL)
        .cachedMethods(READ)
        .compress(true)
        .cachePolicyId(notCached)
        .originRequestPolicyId(ALL_BUT_HOST)
        .responseHeadersPolicyId(headers)
        .build();
  }

  private Output<Map<String, Object>> distributionReads() {
    return Output.tuple(files.objects(""), distribution.arn())
        .applyValue(
            known ->
                Policies.allow(
                    "AllowWebsite",
                    List.of("cloudfront.amazonaws.com"),
                    List.of("s3:GetObject"),
                    known.t1,
                    Policies.condition("StringEquals", "aws:SourceArn", known.t2)));
  }

  /** The bucket of the dashboard's files. */
  PrivateBucket files() {
    return files;
  }

  /** The dashboard's address, without a trailing slash. */
  public Output<String> url() {
    return distribution.domainName().applyValue(host -> "https://" + host);
  }

  /** The API's address, for clients and for links in messages. */
  public Output<String> api() {
    return url().applyValue(url -> url + "/v1");
  }
}
