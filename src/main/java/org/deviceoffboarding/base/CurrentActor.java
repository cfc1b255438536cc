package org.deviceoffboarding.base;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.stereotype.Component;

/** The person whose request the current thread serves. */
@Component
public class CurrentActor {

    /**
     * Returns the person signed in.
     *
     * @throws IllegalStateException if nobody is signed in on this thread; jobs are given their actor instead
     */
    public Actor get() {
        return find().orElseThrow(() -> new IllegalStateException("Nobody is signed in on this thread"));
    }

    /** Returns the person signed in, or nothing on a thread that serves nobody. */
    public Optional<Actor> find() {
        return Optional.ofNullable(of(SecurityContextHolder.getContext().getAuthentication()));
    }

    /** Returns whether the person signed in may do something; false where nobody is. */
    public boolean may(Capability capability) {
        return capability.isHeldBy(SecurityContextHolder.getContext().getAuthentication());
    }

    /** Returns which roles the person signed in has, of {@link Roles}: to show them. What they allow is asked by {@link #may}. */
    public List<String> roles() {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication == null
                ? List.of()
                : Stream.of(Roles.OWNER, Roles.APPROVER, Roles.OPERATOR, Roles.AUDITOR, Roles.READER)
                        .filter(role -> authentication.getAuthorities().stream()
                                .anyMatch(authority -> ("ROLE_" + role).equals(authority.getAuthority())))
                        .toList();
    }

    /** Returns the person behind an authentication, or null where it is nobody's. */
    public static @Nullable Actor of(@Nullable Authentication authentication) {
        if (authentication == null || authentication instanceof AnonymousAuthenticationToken) {
            return null;
        }
        if (!(authentication.getPrincipal() instanceof OidcUser person)) {
            return new Actor(authentication.getName(), authentication.getName());
        }
        // Entra's object ID is the same in every application, the subject is not; a provider without it has the
        // subject.
        String id = person.getIdToken().getClaimAsString("oid");
        String name = person.getIdToken().getClaimAsString("preferred_username");
        return new Actor(
                Objects.requireNonNullElse(id, person.getSubject()),
                Objects.requireNonNullElse(name, person.getSubject()));
    }
}
