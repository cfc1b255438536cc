package org.deviceoffboarding.safeguard.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.deviceoffboarding.base.ui.Notices;
import org.deviceoffboarding.base.ui.OpenPages;
import org.deviceoffboarding.base.ui.Section;
import org.deviceoffboarding.base.ui.TimeDisplay;
import org.deviceoffboarding.safeguard.Loosening;
import org.deviceoffboarding.safeguard.LooseningService;
import org.deviceoffboarding.safeguard.LooseningsChanged;

/** What pages of settings show of what is to be loosened, beside what is in force. */
@org.springframework.stereotype.Component
public final class PendingLoosenings {

    private final LooseningService loosenings;
    private final LooseningLines lines;
    private final OpenPages openPages;
    private final Clock clock;

    PendingLoosenings(LooseningService loosenings, LooseningLines lines, OpenPages openPages, Clock clock) {
        this.loosenings = loosenings;
        this.lines = lines;
        this.openPages = openPages;
        this.clock = clock;
    }

    /**
     * Returns what is pending for a safeguard, kept up to date and invisible while that is nothing.
     *
     * @param safeguard of {@link org.deviceoffboarding.safeguard.Safeguard#name}
     */
    public Component of(String safeguard) {
        Div pending = new Div();
        openPages.follow(pending, LooseningsChanged.class, () -> fill(pending, safeguard));
        lines.followWho(pending, () -> fill(pending, safeguard));
        fill(pending, safeguard);
        return pending;
    }

    /** Calls back after each change of what is pending or took effect, for as long as the component is part of a page. */
    public void follow(Component component, Runnable update) {
        openPages.follow(component, LooseningsChanged.class, update);
    }

    /** Returns what is pending for one of a safeguard's subjects. */
    public Optional<Loosening> of(String safeguard, String subject) {
        return pending(safeguard).stream()
                .filter(each -> each.subject().equals(subject))
                .findFirst();
    }

    /** Says what became of a change that was saved: all holds now, or some of it is proposed. */
    public void saySaved(Optional<Loosening> proposed) {
        Notices.info(
                proposed.map(pending -> "What loosens a safeguard waits for another owner; without one it takes effect "
                                + TimeDisplay.shortly(pending.takesEffectAt(), clock.instant(), TimeDisplay.zone())
                                + ".")
                        .orElse("Saved"));
    }

    private void fill(Div shown, String safeguard) {
        List<Loosening> pending = pending(safeguard);
        shown.removeAll();
        shown.setVisible(!pending.isEmpty());
        if (!pending.isEmpty()) {
            Section section = new Section("Proposed, not in force");
            pending.forEach(each -> section.add(new Paragraph(lines.sentence(each))));
            shown.add(section);
        }
    }

    private List<Loosening> pending(String safeguard) {
        return loosenings.pending().stream()
                .filter(each -> each.safeguard().equals(safeguard))
                .toList();
    }
}
