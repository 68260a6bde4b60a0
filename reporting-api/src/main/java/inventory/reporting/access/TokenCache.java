package inventory.reporting.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import com.nimbusds.jwt.JWT;
import io.micronaut.context.event.BeanCreatedEvent;
import io.micronaut.context.event.BeanCreatedEventListener;
import io.micronaut.core.async.publisher.Publishers;
import io.micronaut.http.HttpRequest;
import io.micronaut.security.authentication.Authentication;
import io.micronaut.security.token.jwt.validator.ReactiveJsonWebTokenValidator;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import org.reactivestreams.Publisher;

/**
 * Remembers the tokens that were found good, each until it ends, and for a minute at most: a page
 * that asks each second shows the same one each time, and to check a signature costs as much as a
 * small report. What was refused is checked each time.
 */
@Singleton
final class TokenCache
    implements BeanCreatedEventListener<ReactiveJsonWebTokenValidator<JWT, HttpRequest<?>>> {

  // A key that the issuer withdraws is noticed no sooner: the library keeps keys that long, too.
  private static final Duration LONGEST = Duration.ofMinutes(1);
  private static final int MOST = 10_000;

  private final Cache<String, Authentication> known =
      Caffeine.newBuilder()
          .maximumSize(MOST)
          .expireAfter(Expiry.<String, Authentication>creating((token, user) -> untilItEnds(user)))
          .build();

  private static Duration untilItEnds(Authentication user) {
    // TokenAudience refuses tokens that never end.
    Instant end = ((Date) user.getAttributes().get("exp")).toInstant();
    Duration left = Duration.between(Instant.now(), end);
    return left.compareTo(LONGEST) < 0 ? left : LONGEST;
  }

  @Override
  public ReactiveJsonWebTokenValidator<JWT, HttpRequest<?>> onCreated(
      BeanCreatedEvent<ReactiveJsonWebTokenValidator<JWT, HttpRequest<?>>> event) {
    return new Remembering(event.getBean());
  }

  private final class Remembering implements ReactiveJsonWebTokenValidator<JWT, HttpRequest<?>> {

    private final ReactiveJsonWebTokenValidator<JWT, HttpRequest<?>> validator;

    Remembering(ReactiveJsonWebTokenValidator<JWT, HttpRequest<?>> validator) {
      this.validator = validator;
    }

    @Override
    public Publisher<JWT> validate(String token, HttpRequest<?> request) {
      return validator.validate(token, request);
    }

    @Override
    public Publisher<Authentication> validateToken(String token, HttpRequest<?> request) {
      Authentication user = known.getIfPresent(token);
      return user != null
          ? Publishers.just(user)
          : Publishers.map(
              validator.validateToken(token, request), found -> remember(token, found));
    }

    private Authentication remember(String token, Authentication user) {
      known.put(token, user);
      return user;
    }
  }
}
