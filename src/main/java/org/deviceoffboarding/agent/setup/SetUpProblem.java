package org.deviceoffboarding.agent.setup;

import jakarta.servlet.http.HttpSession;
import java.util.Optional;

/** Why the last attempt to set the agent up did not work, kept in the person's session until it is shown. */
public class SetUpProblem {

    private static final String ATTRIBUTE = SetUpProblem.class.getName();

    private final HttpSession session;

    public SetUpProblem(HttpSession session) {
        this.session = session;
    }

    void set(String sentence) {
        session.setAttribute(ATTRIBUTE, sentence);
    }

    void clear() {
        session.removeAttribute(ATTRIBUTE);
    }

    /** Returns the sentence for people and forgets it; nothing if there was no problem. */
    public Optional<String> take() {
        String sentence = (String) session.getAttribute(ATTRIBUTE);
        clear();
        return Optional.ofNullable(sentence);
    }
}
