package org.deviceoffboarding.graph;

import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.deviceoffboarding.signin.SignInReason;
import org.deviceoffboarding.signin.SignInRefusal;
import org.jspecify.annotations.Nullable;

/** Microsoft Graph did not give what was asked for, and waiting did not help. */
public abstract sealed class GraphException extends RuntimeException
        permits GraphAnswerException,
                GraphPermissionMissingException,
                GraphSignInExpiredException,
                GraphUnavailableException {

    private final String reason;
    private final @Nullable SignInRefusal refusal;

    GraphException(String reason, @Nullable SignInRefusal refusal, @Nullable Throwable cause) {
        super(reason, cause);
        this.reason = reason;
        this.refusal = refusal;
    }

    GraphException(String reason, @Nullable Throwable cause) {
        this(reason, null, cause);
    }

    /** Returns sentences for people: what was asked for, what Graph answered, what to do. Holds no token. */
    public String reason() {
        return reason;
    }

    /** Returns what Microsoft said about the identity; nothing where it is not about that. */
    public Optional<SignInRefusal> refusal() {
        return Optional.ofNullable(refusal);
    }

    /** Returns whether the identity is let in nowhere; a permission, role or licence that it lacks for one thing is none of that. */
    public boolean isOfSignIn() {
        return refusal()
                .filter(each -> each.reason() == SignInReason.CONDITIONAL_ACCESS)
                .isPresent();
    }

    /** Returns what Microsoft said about the identity that a fault came from, however it was wrapped since. */
    public static Optional<SignInRefusal> refusalIn(Throwable fault) {
        return Stream.<@Nullable Throwable>iterate(
                        fault, Objects::nonNull, each -> each == null ? null : each.getCause())
                .filter(GraphException.class::isInstance)
                .flatMap(each -> ((GraphException) Objects.requireNonNull(each)).refusal().stream())
                .findFirst();
    }
}
