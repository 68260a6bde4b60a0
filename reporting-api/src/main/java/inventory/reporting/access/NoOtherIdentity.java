package inventory.reporting.access;

import io.micronaut.context.annotation.Replaces;
import io.micronaut.core.async.publisher.Publishers;
import io.micronaut.function.aws.proxy.security.MicronautLambdaAuthenticationFetcher;
import io.micronaut.http.HttpRequest;
import io.micronaut.security.authentication.Authentication;
import io.micronaut.security.filters.AuthenticationFetcher;
import jakarta.inject.Singleton;
import org.reactivestreams.Publisher;

/**
 * Makes the access token the only proof of identity. The library would also trust a load balancer's
 * header, which anyone can send who reaches the API directly, and the result of an API Gateway
 * authorizer, which does not check tokens by the rules here.
 */
@Singleton
@Replaces(MicronautLambdaAuthenticationFetcher.class)
final class NoOtherIdentity implements AuthenticationFetcher<HttpRequest<?>> {

  @Override
  public Publisher<Authentication> fetchAuthentication(HttpRequest<?> request) {
    return Publishers.empty();
  }
}
