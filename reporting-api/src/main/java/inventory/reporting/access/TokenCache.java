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
 * Caches valid tokens until they expire, for at most a minute. A page that polls each second sends
 * the same token each time, and checking a signature costs as much as a small report. Refused
 * tokens are not cached.
 */
@Singleton
final class TokenCache
    implements BeanCreatedEventListener<ReactiveJsonWebTokenValidator<JWT, HttpRequest<?>>> {

  // The issuer's keys are cached for longer, so this delays no withdrawal of a key.
  private static final Duration MAX_AGE = Duration.ofMinutes(1);
  private static final int MAX_TOKENS = 10_000;

  private final Cache<String, Authentication> cached =
      Caffeine.newBuilder()
          .maximumSize(MAX_TOKENS)
          .expireAfter(Expiry.<String, Authentication>creating((token, user) -> timeToLive(user)))
          .build();

  private static Duration timeToLive(Authentication user) {
    // TokenAudience refuses tokens without an expiry.
    Instant end = ((Date) user.getAttributes().get("exp")).toInstant();
    Duration left = Duration.between(Instant.now(), end);
    return left.compareTo(MAX_AGE) < 0 ? left : MAX_AGE;
  }

  @Override
  public ReactiveJsonWebTokenValidator<JWT, HttpRequest<?>> onCreated(
      BeanCreatedEvent<ReactiveJsonWebTokenValidator<JWT, HttpRequest<?>>> event) {
    return new CachingValidator(event.getBean());
  }

  private final class CachingValidator
      implements ReactiveJsonWebTokenValidator<JWT, HttpRequest<?>> {

    private final ReactiveJsonWebTokenValidator<JWT, HttpRequest<?>> validator;

    CachingValidator(ReactiveJsonWebTokenValidator<JWT, HttpRequest<?>> validator) {
      this.validator = validator;
    }

    @Override
    public Publisher<JWT> validate(String token, HttpRequest<?> request) {
      return validator.validate(token, request);
    }

    @Override
    public Publisher<Authentication> validateToken(String token, HttpRequest<?> request) {
      Authentication user = cached.getIfPresent(token);
      return user != null
          ? Publishers.just(user)
          : Publishers.map(validator.validateToken(token, request), found -> cache(token, found));
    }

    private Authentication cache(String token, Authentication user) {
      cached.put(token, user);
      return user;
    }
  }
}
