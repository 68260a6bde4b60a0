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
 * Keeps the library from taking another proof than an access token: a header that a load balancer
 * sets, which anybody can send who reaches the API without one, and what an authorizer of API
 * Gateway says of tokens that were not checked by the rules here.
 */
@Singleton
@Replaces(MicronautLambdaAuthenticationFetcher.class)
final class NoOtherIdentity implements AuthenticationFetcher<HttpRequest<?>> {

  @Override
  public Publisher<Authentication> fetchAuthentication(HttpRequest<?> request) {
    return Publishers.empty();
  }
}
