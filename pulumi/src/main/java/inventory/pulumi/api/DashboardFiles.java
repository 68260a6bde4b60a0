package inventory.pulumi.api;

import com.pulumi.asset.FileAsset;
import com.pulumi.aws.s3.BucketCorsConfigurationV2;
import com.pulumi.aws.s3.BucketCorsConfigurationV2Args;
import com.pulumi.aws.s3.BucketObjectv2;
import com.pulumi.aws.s3.BucketObjectv2Args;
import com.pulumi.aws.s3.inputs.BucketCorsConfigurationV2CorsRuleArgs;
import com.pulumi.core.Output;
import inventory.pulumi.component.Component;
import inventory.pulumi.component.Json;
import inventory.pulumi.component.StackContext;
import inventory.pulumi.compute.Artefacts;
import inventory.pulumi.identity.DashboardClient;
import inventory.pulumi.identity.SignIn;
import inventory.pulumi.storage.EncryptionKey;
import inventory.pulumi.storage.Storage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The dashboard's files and configuration, and its permission to upload to the inbox. */
final class DashboardFiles extends Component {

  private static final Map<String, String> TYPES =
      Map.of(
          "html", "text/html; charset=utf-8",
          "js", "text/javascript; charset=utf-8",
          "mjs", "text/javascript; charset=utf-8",
          "css", "text/css; charset=utf-8",
          "json", "application/json",
          "svg", "image/svg+xml",
          "png", "image/png",
          "ico", "image/vnd.microsoft.icon",
          "woff2", "font/woff2");
  private static final String OTHER = "application/octet-stream";
  // Requested each time, so browsers see a new version at once and complete.
  private static final String CACHE_CONTROL = "no-cache";
  private static final int CORS_SECONDS = 3_600;

  private final DashboardDistribution site;
  private final EncryptionKey key;

  DashboardFiles(
      String name,
      StackContext base,
      Artefacts artefacts,
      EncryptionKey key,
      DashboardDistribution site,
      SignIn signIn,
      DashboardClient client,
      Storage inbox) {
    super("DashboardFiles", name, base);
    this.site = site;
    this.key = key;
    for (Path file : files(artefacts.dashboard())) {
      String path = artefacts.dashboard().relativize(file).toString();
      put(path, args(path).source(new FileAsset(file.toString())));
    }
    Output<String> configuration =
        Output.tuple(signIn.issuer(), client.id(), SecurityHeaders.origin(inbox))
            .applyValue(known -> configuration(known.t1, known.t2, known.t3));
    put("config.json", args("config.json").content(configuration));
    letBrowsersUpload(inbox);
    complete();
  }

  private static List<Path> files(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException("the dashboard's files cannot be listed: " + folder, e);
    }
  }

  private BucketObjectv2Args.Builder args(String path) {
    String extension = path.substring(path.lastIndexOf('.') + 1);
    return BucketObjectv2Args.builder()
        .bucket(site.files().bucket().id())
        .key(path)
        .contentType(TYPES.getOrDefault(extension, OTHER))
        .cacheControl(CACHE_CONTROL)
        .kmsKeyId(key.arn());
  }

  private void put(String path, BucketObjectv2Args.Builder args) {
    new BucketObjectv2("dashboard/" + path, args.build(), child());
  }

  /** The same answer as {@code GET /config.json} of the local environment. */
  private static String configuration(String issuer, String clientId, String bucketOrigin) {
    return Json.write(
        Json.object(
            "api", "/v1",
            "issuer", issuer,
            "clientId", clientId,
            "scope", DashboardClient.SCOPE,
            "bucketOrigin", bucketOrigin));
  }

  /**
   * With links that the API has signed, headers included, and only from the dashboard's address.
   */
  private void letBrowsersUpload(Storage inbox) {
    new BucketCorsConfigurationV2(
        "inventory-inbox",
        BucketCorsConfigurationV2Args.builder()
            .bucket(inbox.bucket().id())
            .corsRules(
                BucketCorsConfigurationV2CorsRuleArgs.builder()
                    .allowedMethods("PUT")
                    .allowedOrigins(site.url().applyValue(List::of))
                    .allowedHeaders("*")
                    .exposeHeaders("ETag", "x-amz-version-id")
                    .maxAgeSeconds(CORS_SECONDS)
                    .build())
            .build(),
        child());
  }
}
