package org.deviceoffboarding.evaluation.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;

/**
 * Says in an open dialog that a newer run replaced the result that it rests on, with the way to go on with the new one.
 * What was typed stays where it is.
 */
public class ReplacedResult extends Div {

    private final transient ResultNews news;
    private final Span sentence = new Span();
    private long result;

    /** @param goOn called when the person wants to go on with the newest result */
    public ReplacedResult(ResultNews news, Runnable goOn) {
        this.news = news;
        addClassNames("notice", "notice-attention");
        getElement().setAttribute("role", "alert");
        sentence.addClassName("notice-text");
        add(sentence, new Button("Go on with the new result", click -> goOn.run()));
        restOnNewest();
        news.follow(this, this::look);
        addAttachListener(attached -> look()); // what has changed since the dialog was made
    }

    /** Lets the dialog rest on the newest result. Called before what it shows is read. */
    public void restOnNewest() {
        restOn(news.result());
    }

    /** Lets the dialog rest on a result that may be replaced already. */
    public void restOn(long runId) {
        result = runId;
        look();
    }

    /** Returns the run whose result counts now, whichever the dialog rests on; 0 before the first. */
    public long newest() {
        return news.result();
    }

    /** Returns the run whose result the dialog rests on; 0 before the first. */
    public long result() {
        return result;
    }

    /** Looks whether that result still counts, says so if it does not, and returns whether it was replaced. */
    public boolean look() {
        boolean replaced = news.result() != result;
        if (replaced) {
            sentence.setText(
                    news.result() == 0
                            ? "The agent was removed, with this result. Nothing can be done by it any more; what you typed is kept."
                            : result == 0
                                    ? "There is a first result, of " + news.time() + ". What you typed is kept."
                                    : "A newer run of " + news.time()
                                            + " replaced this result. Nothing is done by the old one; what you typed is kept.");
        }
        setVisible(replaced);
        return replaced;
    }
}
