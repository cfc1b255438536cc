package org.deviceoffboarding.agent.setup;

import jakarta.servlet.http.HttpSession;
import java.io.Serializable;
import java.util.Optional;
import org.deviceoffboarding.base.Actor;
import org.deviceoffboarding.base.CurrentActor;

/**
 * What is remembered of a person between a dialog and the way back from the tenant, and what came of it until it is shown: in the
 * person's session, and for nobody else who signs in there.
 */
public class AgentVisit {

    private static final String WISH = AgentVisit.class.getName() + ".wish";
    private static final String OUTCOME = AgentVisit.class.getName() + ".outcome";

    private final HttpSession session;
    private final Actor person;

    public AgentVisit(HttpSession session, CurrentActor currentActor) {
        this.session = session;
        this.person = currentActor.get();
    }

    /**
     * What came of a visit, in sentences for people.
     *
     * @param worked whether it did what the person wanted
     * @param offersChoice whether choosing another identity may be what the person wants
     */
    public record Outcome(String sentences, boolean worked, boolean offersChoice) implements Serializable {}

    /** Remembers what the person goes to the tenant for. */
    public void begin(AgentWish wish) {
        keep(WISH, wish);
    }

    /** Returns what the person went for, once; nothing if that was begun elsewhere. */
    Optional<AgentWish> end() {
        return take(WISH, AgentWish.class);
    }

    void keep(Outcome outcome) {
        keep(OUTCOME, outcome);
    }

    /** Returns what came of it and forgets it; nothing where there is nothing to tell. */
    public Optional<Outcome> takeOutcome() {
        return take(OUTCOME, Outcome.class);
    }

    private void keep(String name, Serializable what) {
        session.setAttribute(name, new Note(person.id(), what));
    }

    private <T> Optional<T> take(String name, Class<T> type) {
        Note note = (Note) session.getAttribute(name);
        session.removeAttribute(name);
        return Optional.ofNullable(note)
                .filter(kept -> kept.personId().equals(person.id()))
                .map(Note::what)
                .map(type::cast);
    }

    private record Note(String personId, Serializable what) implements Serializable {}
}
