package inventory.reporting.http.openapi;

import inventory.reporting.http.Paths;
import io.micronaut.core.io.ResourceResolver;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.swagger.v3.oas.annotations.Hidden;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Serves the description of this API, which the annotation processor writes. */
@Hidden
@Controller(Paths.ROOT + "/openapi.yml")
final class OpenApiController {

  private static final String DOCUMENT = "classpath:META-INF/swagger/inventory.yml";
  private static final String MEDIA_TYPE = "application/yaml";

  private final String document;

  OpenApiController(ResourceResolver resources) {
    this.document = read(resources);
  }

  private static String read(ResourceResolver resources) {
    try (InputStream in = resources.getResourceAsStream(DOCUMENT).orElseThrow()) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the description of the API", e);
    }
  }

  @Get(produces = MEDIA_TYPE)
  HttpResponse<String> document() {
    return HttpResponse.ok(document).header(HttpHeaders.CACHE_CONTROL, "no-cache");
  }
}
