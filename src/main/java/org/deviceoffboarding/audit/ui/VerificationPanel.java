package org.deviceoffboarding.audit.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.progressbar.ProgressBar;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.deviceoffboarding.audit.lost.LostCheckpointsService;
import org.deviceoffboarding.audit.seal.CheckpointsChanged;
import org.deviceoffboarding.audit.seal.SealService;
import org.deviceoffboarding.audit.verification.LogVerification;
import org.deviceoffboarding.audit.verification.VerificationChanged;
import org.deviceoffboarding.audit.verification.VerificationProgressed;
import org.deviceoffboarding.audit.verification.VerificationService;
import org.deviceoffboarding.audit.verification.VerificationState;
import org.deviceoffboarding.base.Capability;
import org.deviceoffboarding.base.CurrentActor;
import org.deviceoffboarding.base.ui.Amounts;
import org.deviceoffboarding.base.ui.Callout;
import org.deviceoffboarding.base.ui.OpenPages;
import org.deviceoffboarding.base.ui.PersonDisplay;
import org.deviceoffboarding.base.ui.Section;
import org.deviceoffboarding.base.ui.TimeDisplay;
import org.deviceoffboarding.base.ui.TimesInText;

/** How far the log is sealed and proved: verifies it, shows how far that is and what came of it, and gives the checkpoints away. */
class VerificationPanel extends Composite<Div> {

    private final transient VerificationService verifications;
    private final transient SealService seals;
    private final transient LostCheckpointsService losses;
    private final transient CurrentActor currentActor;
    private final transient Clock clock;
    private final Div warning = new Div();
    private final Div shown = new Div();
    private final ProgressBar bar = new ProgressBar();
    private final Span words = new Span();
    private final Div progress = new Div(words, bar);
    private final Button verify = new Button("Verify", click -> begin());
    private final Button stop = new Button("Stop", click -> cancel());

    VerificationPanel(
            VerificationService verifications,
            SealService seals,
            LostCheckpointsService losses,
            CurrentActor currentActor,
            OpenPages openPages,
            Clock clock) {
        this.verifications = verifications;
        this.seals = seals;
        this.losses = losses;
        this.currentActor = currentActor;
        this.clock = clock;
        warning.addClassName("log-warning");
        words.getElement().setAttribute("role", "status");
        bar.getElement().setAttribute("aria-label", "How far the verification is");
        progress.addClassNames("stack", "long-work");
        shown.addClassName("stack");
        shown.getElement().setAttribute("role", "status");
        Div buttons = new Div(verify, stop);
        buttons.addClassName("exports");
        getContent().add(new Section("Proof", warning, shown, progress, buttons));
        openPages.follow(this, VerificationProgressed.class, this::showProgress);
        // What is said above the page, too, goes by these.
        openPages.follow(this, List.of(VerificationChanged.class, CheckpointsChanged.class), this::show);
        addAttachListener(attached -> {
            warn();
            show();
        });
    }

    /** Says how whoever has got hold of the portal could change the log, as the database is set up. */
    private void warn() {
        List<String> ways = seals.ways();
        warning.removeAll();
        if (!ways.isEmpty()) {
            Callout callout = Callout.attention(
                    "The portal works with a database role that could change or delete entries."
                            + " Whether they were is found by checkpoints that are kept elsewhere, and not before. Set up two roles.");
            callout.add(new UnorderedList(ways.stream().map(ListItem::new).toArray(ListItem[]::new)));
            warning.add(callout);
        }
    }

    private void begin() {
        verifications.start();
        show();
    }

    private void cancel() {
        stop.setEnabled(false);
        verifications.cancel();
    }

    private void show() {
        List<String> locked = seals.locked();
        if (!locked.isEmpty()) {
            shown.removeAll();
            shown.add(new LockedLog(locked));
            return;
        }
        showProgress();
        shown.removeAll();
        String trouble = verifications.state().trouble();
        if (trouble != null) {
            shown.add(Callout.attention(trouble));
        }
        showOutcome();
        boolean owner = currentActor.may(Capability.CONFIRM_LOST_CHECKPOINTS);
        losses.latest().ifPresent(lost -> shown.add(new LostCheckpointsCallout(lost, losses, owner, clock)));
        shown.add(new SealedSoFar(seals, mayVerify(), clock));
    }

    private boolean mayVerify() {
        return currentActor.may(Capability.EXPORT_AUDIT_LOG);
    }

    private void showProgress() {
        VerificationState state = verifications.state();
        verify.setVisible(mayVerify() && !state.goesOn());
        stop.setVisible(mayVerify() && state.goesOn());
        if (!state.goesOn()) {
            stop.setEnabled(true);
        }
        progress.setVisible(state.goesOn());
        bar.setIndeterminate(state.all() == 0);
        if (state.all() > 0) {
            bar.setValue(Math.min(1.0, (double) state.done() / state.all()));
        }
        words.setText(
                state.all() == 0
                        ? "Verifying. It goes on if you leave this page."
                        : "Verifying: %s of %s. It goes on if you leave this page."
                                .formatted(
                                        Amounts.number(state.done()), Amounts.count(state.all(), "entry", "entries")));
    }

    private void showOutcome() {
        Optional<LogVerification> latest = verifications.latest().filter(LogVerification::signed);
        verifications
                .misfit()
                .ifPresentOrElse(
                        misfit -> {
                            shown.add(misfits(misfit));
                            if (misfit.signed()) {
                                shown.add(new Paragraph(TimesInText.local(misfit.proved())));
                            }
                            if (latest.filter(misfit::equals).isEmpty()) {
                                shown.add(when("Found ", misfit));
                            }
                        },
                        () -> shown.add(new Paragraph(latest.map(each -> TimesInText.local(each.sentence()))
                                .orElse("The log was not verified yet."))));
        verifications.settled().ifPresent(before -> shown.add(settled(before)));
        verifications.unsigned().ifPresent(at -> shown.add(unsigned(at)));
        latest.ifPresent(this::showLatest);
    }

    private void showLatest(LogVerification latest) {
        latest.remarks().forEach(remark -> shown.add(Callout.attention(TimesInText.local(remark))));
        shown.add(when(latest.isWhole() ? "Verified whole " : "What was new was verified ", latest));
    }

    private Component when(String what, LogVerification verification) {
        Span when = new Span(
                new Span(what),
                TimeDisplay.span(verification.endedAt(), clock.instant()),
                new Span(" by " + PersonDisplay.name(verification.by()) + "."));
        when.addClassName("dim");
        return when;
    }

    /** Whoever puts right what was found has not undone that it was so. */
    private Component settled(LogVerification before) {
        Callout callout = Callout.attention("All fits since, but it did not always. What was found before: "
                + TimesInText.local(before.sentence()) + " Found ");
        callout.add(TimeDisplay.span(before.endedAt(), clock.instant()));
        return callout;
    }

    private Component unsigned(Instant at) {
        Callout callout = Callout.attention(
                "The database has a result of a verification that no key of this log signed: a portal of an earlier version stored it, or"
                        + " somebody put it in past the portal. It proves nothing: verify. It says to be of ");
        callout.add(TimeDisplay.span(at, clock.instant()));
        return callout;
    }

    private static Component misfits(LogVerification verification) {
        List<ListItem> items = verification.misfits().stream()
                .map(misfit -> new ListItem(TimesInText.local(misfit.sentence())))
                .toList();
        UnorderedList list = new UnorderedList(items.toArray(ListItem[]::new));
        Callout callout =
                Callout.bad(MisfitHeading.of("log", verification) + ":").saidAs("alert");
        callout.add(list);
        if (verification.misfitCount() > items.size()) {
            callout.add(new Paragraph("These are %s of %s things that do not fit: the first ones and the newest."
                    .formatted(Amounts.number(items.size()), Amounts.number(verification.misfitCount()))));
        }
        return callout;
    }
}
