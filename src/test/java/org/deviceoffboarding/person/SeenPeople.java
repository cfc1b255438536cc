package org.deviceoffboarding.person;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.deviceoffboarding.access.PersonSeen;
import org.deviceoffboarding.base.Actor;
import org.deviceoffboarding.base.Roles;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;

/** Lets people sign in without a tenant: what a sign-in tells the module of them. */
public final class SeenPeople {

    private final ApplicationEventPublisher events;

    public SeenPeople(ApplicationEventPublisher events) {
        this.events = events;
    }

    /** Their user principal name is made of the ID, and so is their mail address. */
    public void signIn(String id, @Nullable String name, Instant at, String... roles) {
        events.publishEvent(seen(id, name, at, true, roles));
    }

    public void readRoles(String id, @Nullable String name, Instant at, String... roles) {
        events.publishEvent(seen(id, name, at, false, roles));
    }

    private static PersonSeen seen(String id, @Nullable String name, Instant at, boolean signedIn, String... roles) {
        String userPrincipalName = id.toLowerCase(Locale.ROOT) + "@contoso.example";
        List<String> all = List.of(roles).stream()
                .map(Objects::requireNonNull)
                .flatMap(role -> Roles.withIncluded(role).stream())
                .distinct()
                .toList();
        return new PersonSeen(new Actor(id, userPrincipalName), name, userPrincipalName, all, at, signedIn);
    }
}
