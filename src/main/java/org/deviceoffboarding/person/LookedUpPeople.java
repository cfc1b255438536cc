package org.deviceoffboarding.person;

import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.deviceoffboarding.agent.AgentIdentity;
import org.deviceoffboarding.agent.AgentMissingException;
import org.deviceoffboarding.base.Guids;
import org.deviceoffboarding.directory.PersonAddress;
import org.deviceoffboarding.directory.PersonAddresses;
import org.deviceoffboarding.graph.GraphException;
import org.deviceoffboarding.graph.GraphUnavailableException;
import org.deviceoffboarding.notification.Addressee;
import org.deviceoffboarding.notification.Reach;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Asks Entra for the mail address of people of whom the portal knows none: they never signed in, or their tokens name none. */
@Component
class LookedUpPeople {

    private static final String UNKNOWN = "The tenant tells no mail address of this person.";
    private static final String NO_ROLE = "The person no longer has a role in the portal.";
    private static final String NEVER = "This person has never signed in here, and ";

    private final PersonRepository people;
    private final PersonAddresses directory;
    private final AgentIdentity agent;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    LookedUpPeople(
            PersonRepository people,
            PersonAddresses directory,
            AgentIdentity agent,
            ApplicationEventPublisher events,
            Clock clock) {
        this.people = people;
        this.directory = directory;
        this.agent = agent;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Asks nothing about whoever is not known to have a role: nothing is sent to them.
     *
     * @param known what the portal knows of the person; null for nothing
     */
    Reach find(String id, @Nullable KnownPerson known) {
        if (known == null) {
            return new Reach.Nowhere(NEVER
                    + (people.areRolesRead() ? "has no role" : "no role of theirs is known")
                    + ": nothing is sent to whoever may not see it.");
        }
        if (known.roles().isEmpty()) {
            return new Reach.Nowhere(NO_ROLE);
        }
        UUID object = Guids.parse(id);
        if (object == null) {
            return new Reach.Nowhere(UNKNOWN);
        }
        boolean never = known.firstSignInAt() == null;
        try {
            return directory
                    .find(object, agent.tokens())
                    .map(found -> reach(id, known, found, never))
                    .orElseGet(() -> new Reach.Nowhere("Entra has no such person any more."));
        } catch (AgentMissingException e) {
            return new Reach.Nowhere(
                    never ? NEVER + "Entra is not asked for a mail address, since no agent is set up." : UNKNOWN);
        } catch (GraphUnavailableException e) {
            return new Reach.Later("Entra could not be asked for a mail address. " + e.reason());
        } catch (GraphException e) {
            return new Reach.Nowhere((never ? NEVER : "The tenant tells no mail address of this person, and ")
                    + "Entra could not be asked for one. " + e.reason());
        }
    }

    private Reach reach(String id, KnownPerson known, PersonAddress found, boolean never) {
        if (found.name() != null && people.lookedUp(id, found.name(), clock.instant())) {
            events.publishEvent(new PeopleChanged());
        }
        String mail = found.address();
        if (!found.enabled()) {
            return new Reach.Nowhere("The account of this person is disabled in Entra.");
        }
        if (mail == null) {
            return new Reach.Nowhere(never ? NEVER + "Entra names no mail address of theirs." : UNKNOWN);
        }
        String name = Optional.ofNullable(found.name()).orElse(mail);
        return new Reach.At(
                new Addressee(id, known.name() == null ? name : known.name(), mail, Set.copyOf(known.roles())), mail);
    }
}
