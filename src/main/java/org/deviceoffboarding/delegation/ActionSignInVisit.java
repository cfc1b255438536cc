package org.deviceoffboarding.delegation;

import jakarta.servlet.http.HttpSession;
import java.io.Serializable;
import java.util.Optional;
import java.util.regex.Pattern;
import org.deviceoffboarding.base.Actor;
import org.deviceoffboarding.base.CurrentActor;

/**
 * What is remembered of a person between <em>Sign in for actions</em> and the way back from the tenant: in the person's
 * session, and for nobody else who signs in there.
 */
public class ActionSignInVisit {

    private static final String BEGUN_ON = ActionSignInVisit.class.getName() + ".begun-on";
    private static final String PROBLEM = ActionSignInVisit.class.getName() + ".problem";

    /** Where to go back to where nobody knows from where the person came. */
    static final String APPROVALS = "/approvals";

    /** The pages that may be gone back to; nothing else is, whatever stands in the session. */
    private static final Pattern PAGE = Pattern.compile(APPROVALS + "(/[0-9]{1,18})?");

    private final HttpSession session;
    private final Actor person;

    public ActionSignInVisit(HttpSession session, CurrentActor currentActor) {
        this.session = session;
        this.person = currentActor.get();
    }

    /**
     * Remembers that the person begins, and which page to come back to.
     *
     * @param path such as {@code /approvals/42}; anything but a page of approvals leads to all of them
     */
    public void begin(String path) {
        keep(BEGUN_ON, path);
    }

    /** Returns the path to go back to, once; nothing if the person did not begin. */
    Optional<String> end() {
        return take(BEGUN_ON).map(ActionSignInVisit::page);
    }

    void keepProblem(String sentence) {
        keep(PROBLEM, sentence);
    }

    /** Returns the sentence for people that says why it did not work, and forgets it; nothing if it did. */
    public Optional<String> takeProblem() {
        return take(PROBLEM);
    }

    private static String page(String path) {
        return PAGE.matcher(path).matches() ? path : APPROVALS;
    }

    private void keep(String name, String text) {
        session.setAttribute(name, new Note(person.id(), text));
    }

    private Optional<String> take(String name) {
        Note note = (Note) session.getAttribute(name);
        session.removeAttribute(name);
        return Optional.ofNullable(note)
                .filter(kept -> kept.personId().equals(person.id()))
                .map(Note::text);
    }

    private record Note(String personId, String text) implements Serializable {}
}
