package inventory.reporting.http.alerts;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;

/** The end of a snooze: a future time with its offset, at most 366 days from now. */
@Serdeable
record SnoozeBody(@Nullable String until) {}
