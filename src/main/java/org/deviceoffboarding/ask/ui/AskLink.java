package org.deviceoffboarding.ask.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.router.QueryParameters;
import java.util.LinkedHashMap;
import java.util.Map;
import org.deviceoffboarding.ask.question.Question;
import org.jspecify.annotations.Nullable;

/** The addresses of answers: whoever opens one, and may see devices, is answered the same question as of then. */
final class AskLink {

    /** Where questions are asked, and below it each that has a name. */
    static final String PATH = "ask";

    /** The parameter of the address that says what is asked. */
    static final String PROMPT = "q";

    /** The parameter that says, in its one wording, what was asked before: a prompt can narrow that. */
    static final String BEFORE = "of";

    private AskLink() {}

    /** Returns the address of what a prompt asks. */
    static String path(String prompt) {
        return PATH + "?" + parameters(prompt, null).getQueryString();
    }

    /** Returns the address of a question that has a name. */
    static String path(long named) {
        return PATH + "/" + named;
    }

    /** Returns the link to what a prompt asks, which reads as it. */
    static Anchor of(String prompt) {
        return new Anchor(path(prompt), prompt);
    }

    /** Goes to what a prompt asks, by itself. */
    static void open(String prompt) {
        open(prompt, null);
    }

    /** Goes to what a prompt asks; it may narrow what was asked before. */
    static void open(String prompt, @Nullable Question before) {
        UI.getCurrent().navigate(PATH, parameters(prompt, before));
    }

    /**
     * Goes to a question.
     *
     * @param named the number of the one with a name that it was made of; null where it was made of none
     */
    static void open(Question question, @Nullable Long named) {
        UI.getCurrent().navigate(named == null ? PATH : path(named), parameters(question.canonical(), null));
    }

    private static QueryParameters parameters(String prompt, @Nullable Question before) {
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put(PROMPT, prompt);
        if (before != null) {
            parameters.put(BEFORE, before.canonical());
        }
        return QueryParameters.simple(parameters);
    }
}
