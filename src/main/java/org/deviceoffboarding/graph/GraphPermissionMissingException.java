package org.deviceoffboarding.graph;

import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.deviceoffboarding.signin.SignInRefusal;
import org.jspecify.annotations.Nullable;

/** Microsoft Graph refused for want of a permission or a role. */
public final class GraphPermissionMissingException extends GraphException {

    private final String permission;

    GraphPermissionMissingException(String reason, SignInRefusal refusal, String permission) {
        super(reason, refusal, null);
        this.permission = permission;
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
