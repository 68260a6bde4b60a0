package inventory.alert;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.context.annotation.Context;
import io.micronaut.core.bind.annotation.Bindable;
import java.time.Duration;

/**
 * The settings of webhooks.
 *
 * @param webhooks endpoints next to those that operators add: URLs, each followed by its secret,
 *     all separated by white space; {@code INVENTORY_WEBHOOKS}
 * @param webhookHosts hosts that may be private and without TLS, separated by commas; {@code
 *     INVENTORY_WEBHOOK_HOSTS}
 * @param webhookRetryWait how long to wait after the first failed attempt; it doubles up to an hour
 */
@Context
@ConfigurationProperties("inventory")
public record WebhookSettings(
    @Bindable(defaultValue = "") String webhooks,
    @Bindable(defaultValue = "") String webhookHosts,
    @Bindable(defaultValue = "5s") Duration webhookRetryWait) {}
