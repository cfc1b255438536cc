package org.deviceoffboarding.person.ui;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.deviceoffboarding.base.Actor;
import org.deviceoffboarding.base.CurrentActor;
import org.deviceoffboarding.base.ui.OpenPages;
import org.deviceoffboarding.person.KnownPerson;
import org.deviceoffboarding.person.PeopleChanged;
import org.deviceoffboarding.person.RoleHolders;
import org.springframework.stereotype.Component;

/** Who could do what waits for somebody else with a role, for sentences. */
@Component
public final class WhoCould {

    private static final int NAMED = 3;

    private final RoleHolders holders;
    private final OpenPages openPages;
    private final CurrentActor currentActor;

    WhoCould(RoleHolders holders, OpenPages openPages, CurrentActor currentActor) {
        this.holders = holders;
        this.openPages = openPages;
        this.currentActor = currentActor;
    }

    /**
     * Returns who has a role, for the start of a sentence: "You, Nora Quist or 2 others"; nothing where that is nobody.
     *
     * @param role of {@link org.deviceoffboarding.base.Roles}
     * @param personId who may not, although they may have the role
     */
    public Optional<String> names(String role, String personId) {
        String own = currentActor.find().map(Actor::id).orElse("");
        List<KnownPerson> all = holders.othersThan(personId, role);
        List<String> names = Stream.concat(
                        all.stream().filter(person -> person.id().equals(own)).map(you -> "You"),
                        all.stream().filter(person -> !person.id().equals(own)).map(KnownPerson::shownName))
                .toList();
        return names.isEmpty() ? Optional.empty() : Optional.of(listed(names));
    }

    /** Calls back after each change of who has which role, for as long as the component is part of a page. */
    public void follow(com.vaadin.flow.component.Component component, Runnable update) {
        openPages.follow(component, PeopleChanged.class, update);
    }

    private static String listed(List<String> names) {
        int rest = names.size() - NAMED;
        List<String> named = rest > 1
                ? Stream.concat(names.stream().limit(NAMED), Stream.of(rest + " others"))
                        .toList()
                : names;
        String last = named.getLast();
        List<String> before = named.subList(0, named.size() - 1);
        return before.isEmpty() ? last : String.join(", ", before) + " or " + last;
    }
}
