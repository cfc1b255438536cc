package org.deviceoffboarding.audit.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.time.Clock;
import org.deviceoffboarding.audit.AuditResult;
import org.deviceoffboarding.audit.reading.AuditEntry;
import org.deviceoffboarding.base.InvisibleCharacters;
import org.deviceoffboarding.base.ui.PersonDisplay;
import org.deviceoffboarding.base.ui.TimeDisplay;
import org.deviceoffboarding.base.ui.subject.Subjects;
import org.deviceoffboarding.base.ui.whole.LongText;

/** What lists of entries show of one. */
@org.springframework.stereotype.Component
class EntryCells {

    private final ActionLabels labels;
    private final Subjects subjects;
    private final Clock clock;

    EntryCells(ActionLabels labels, Subjects subjects, Clock clock) {
        this.labels = labels;
        this.subjects = subjects;
        this.clock = clock;
    }

    /** Returns when it was, to the second, as the link to the entry's page. */
    Anchor time(AuditEntry entry) {
        Anchor link = new Anchor(
                AuditLink.entry(entry), TimeDisplay.toTheSecond(entry.at(), clock.instant(), TimeDisplay.zone()));
        link.setTitle(TimeDisplay.exactly(entry.at(), TimeDisplay.zone()));
        link.addClassNames("time", "time-to-second");
        return link;
    }

    /** Returns the sentence, with who did what below it, and how it came out unless it was done. */
    Component what(AuditEntry entry) {
        Span who = new Span(PersonDisplay.name(entry.actor()) + " · " + labels.label(entry.action()));
        who.addClassNames("dim", "second-line");
        Div both = new Div(new LongText(entry.summary(), "entry"), who);
        if (entry.result() != AuditResult.DONE) {
            ResultMark result = new ResultMark(entry.result());
            result.addClassName("second-line");
            both.add(result);
        }
        both.addClassName("two-lines");
        return both;
    }

    /** Returns the link to what it is about; its short name where that is shown nowhere, and a dash where it is about nothing. */
    Component about(AuditEntry entry) {
        return subjects.link(entry.subject())
                .<Component>map(link -> link)
                .orElseGet(
                        () -> new Span(entry.subject().isEmpty() ? "–" : InvisibleCharacters.shown(entry.subject())));
    }
}
