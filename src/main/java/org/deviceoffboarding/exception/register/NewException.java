package org.deviceoffboarding.exception.register;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * An exception that somebody asks for.
 *
 * @param endsOn its last day, in UTC, after today; null for no end
 */
public record NewException(
        ExceptionTarget target, String reason, @Nullable LocalDate endsOn, boolean legalHold) {}
