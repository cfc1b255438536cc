package org.deviceoffboarding.safeguard;

import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.deviceoffboarding.base.Roles;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;

/** Does something as another person than the one of the test. */
public final class SignedIn {

    private static final String[] OWNER = {Roles.READER, Roles.OPERATOR, Roles.APPROVER, Roles.OWNER};

    private SignedIn() {}

    public static void asOwner(String person, Runnable what) {
        as(person, what, OWNER);
    }

    public static <T> T asOwner(String person, Supplier<T> what) {
        AtomicReference<@Nullable T> result = new AtomicReference<>();
        as(person, () -> result.set(what.get()), OWNER);
        return Objects.requireNonNull(result.get());
    }

    public static void as(String person, Runnable what, String... roles) {
        SecurityContext before = SecurityContextHolder.getContext();
        String[] authorities = Stream.of(roles).map(role -> "ROLE_" + role).toArray(String[]::new);
        try {
            SecurityContextHolder.setContext(
                    new SecurityContextImpl(new TestingAuthenticationToken(person, "", authorities)));
            what.run();
        } finally {
            SecurityContextHolder.setContext(before);
        }
    }
}
