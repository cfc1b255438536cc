package org.deviceoffboarding.playbook.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.progressbar.ProgressBar;
import java.time.Clock;
import java.util.Optional;
import org.deviceoffboarding.agent.AgentMissingException;
import org.deviceoffboarding.base.Capability;
import org.deviceoffboarding.base.CurrentActor;
import org.deviceoffboarding.base.ui.Amounts;
import org.deviceoffboarding.base.ui.Notices;
import org.deviceoffboarding.base.ui.PersonDisplay;
import org.deviceoffboarding.base.ui.TimeDisplay;
import org.deviceoffboarding.keys.ui.KeysChangedEvent;
import org.deviceoffboarding.playbook.definition.PlaybookRefusedException;
import org.deviceoffboarding.playbook.keycheck.KeyCheck;
import org.deviceoffboarding.playbook.keycheck.KeyCheckService;
import org.deviceoffboarding.playbook.keycheck.KeyCheckStatus;
import org.deviceoffboarding.playbook.keycheck.KeySummary;

/** What is known of the keys of a suggestion's devices, and the button that finds out; follows how far that is. Empty until it is refreshed. */
class KeyPanel extends Div {

    private final long suggestionId;
    private final transient KeyCheckService keyChecks;
    private final transient CurrentActor currentActor;
    private final transient Clock clock;
    private final Span known = new Span();
    private final Span when = new Span();
    private final ProgressBar bar = new ProgressBar();
    private final Paragraph problem = new Paragraph();
    private final Div problemNotice = new Div(problem);
    private final Button check = new Button("Check keys", event -> start());
    private String lastTold = "";

    KeyPanel(long suggestionId, KeyCheckService keyChecks, CurrentActor currentActor, Clock clock) {
        this.suggestionId = suggestionId;
        this.keyChecks = keyChecks;
        this.currentActor = currentActor;
        this.clock = clock;
        addClassName("key-panel");
        known.getElement().setAttribute("role", "status");
        known.addClassName("key-summary");
        when.addClassName("dim");
        bar.getElement().setAttribute("aria-label", "Progress of the check of keys");
        problemNotice.addClassNames("notice", "notice-attention");
        check.setVisible(currentActor.may(Capability.CHECK_KEYS));
        add(known, when, bar, problemNotice, check);
    }

    /** Shows the button as the one thing to do next on the page; or no longer. */
    void lead(boolean leads) {
        StepActions.lead(check, leads);
    }

    void refresh() {
        KeySummary summary = keyChecks.summary(suggestionId);
        Optional<KeyCheck> latest = keyChecks.latest(suggestionId);
        boolean active = latest.filter(KeyCheck::active).isPresent();
        known.setText(summary.sentence());
        bar.setVisible(active);
        check.setEnabled(!active && summary.devices() > 0 && keyChecks.canCheck());
        check.setText(summary.notChecked() == summary.devices() ? "Check keys" : "Check keys again");
        when.removeAll();
        latest.ifPresent(newest -> show(newest, summary));
        String lacking = String.join(" ", keyChecks.lacking());
        String sentence = lacking.isEmpty() ? latest.map(KeyCheck::problem).orElse("") : lacking;
        problem.setText(sentence);
        problemNotice.setVisible(!sentence.isEmpty());
        tellTables(latest.map(newest -> newest.id() + ":" + newest.checked()).orElse("none"));
    }

    private void show(KeyCheck newest, KeySummary summary) {
        if (newest.active()) {
            bar.setValue(summary.devices() == 0 ? 0 : Math.min(1, (double) newest.checked() / summary.devices()));
            when.add("Checking: " + Amounts.number(newest.checked()) + " of " + Amounts.devices(summary.devices())
                    + ". It goes on while you are elsewhere.");
        } else {
            String what = newest.status() == KeyCheckStatus.FAILED ? "Last tried by " : "Last checked by ";
            when.add(
                    new Span(what + PersonDisplay.name(newest.requestedBy()) + ", "),
                    TimeDisplay.span(newest.requestedAt(), clock.instant()));
        }
    }

    /** The keys stand in the table of devices, too. */
    private void tellTables(String progress) {
        if (!progress.equals(lastTold) && !lastTold.isEmpty()) {
            getUI().ifPresent(KeysChangedEvent::fire);
        }
        lastTold = progress;
    }

    private void start() {
        try {
            keyChecks.start(suggestionId);
        } catch (PlaybookRefusedException e) {
            Notices.problem(e.sentence());
        } catch (AgentMissingException e) {
            Notices.problem(String.valueOf(e.getMessage()));
        }
        refresh();
    }
}
