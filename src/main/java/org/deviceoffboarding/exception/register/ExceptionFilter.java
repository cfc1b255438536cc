package org.deviceoffboarding.exception.register;

import org.jspecify.annotations.Nullable;

/**
 * Which exceptions to show. What is null or blank does not narrow.
 *
 * @param text part of the name, the target, the reason or who made it, without regard to case
 */
public record ExceptionFilter(
        String text, @Nullable ExceptionKind kind, @Nullable ExceptionState state) {

    /** Everything. */
    public static final ExceptionFilter NONE = new ExceptionFilter("", null, null);
}
