package org.deviceoffboarding.graph;

import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.deviceoffboarding.signin.SignInRefusal;
import org.jspecify.annotations.Nullable;

/** Microsoft Graph refused for want of a permission or a role. */
public final class GraphPermissionMissingException extends GraphException {

    private final String permission;
    private final boolean forTheRole;

    GraphPermissionMissingException(String reason, SignInRefusal refusal, String permission, boolean forTheRole) {
        super(reason, refusal, null);
        this.permission = permission;
        this.forTheRole = forTheRole;
    }

    /** Returns whether it is known to be the account that lacks a role, and not the app that lacks the permission. */
    public boolean isForTheRole() {
        return forTheRole;
    }

    /** Returns the least privileged permission that would do, such as {@code Device.Read.All}. */
    public String permission() {
        return permission;
    }

    /** Returns the permission that a fault came from the want of, however it was wrapped since. */
    public static Optional<String> permissionIn(Throwable fault) {
        return Stream.<@Nullable Throwable>iterate(
                        fault, Objects::nonNull, each -> each == null ? null : each.getCause())
                .filter(GraphPermissionMissingException.class::isInstance)
                .map(each -> ((GraphPermissionMissingException) Objects.requireNonNull(each)).permission())
                .findFirst();
    }
}
