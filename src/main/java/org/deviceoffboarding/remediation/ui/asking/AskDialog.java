package org.deviceoffboarding.remediation.ui.asking;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.deviceoffboarding.agent.AgentChanged;
import org.deviceoffboarding.audit.ui.StartHold;
import org.deviceoffboarding.base.PageNews;
import org.deviceoffboarding.base.ui.Amounts;
import org.deviceoffboarding.base.ui.Notices;
import org.deviceoffboarding.base.ui.OpenPages;
import org.deviceoffboarding.base.ui.RefusalNotice;
import org.deviceoffboarding.base.ui.work.LongWork;
import org.deviceoffboarding.evaluation.JudgingChanged;
import org.deviceoffboarding.evaluation.ui.ReplacedResult;
import org.deviceoffboarding.evaluation.ui.ResultNews;
import org.deviceoffboarding.remediation.approval.RulesForRequestsChanged;
import org.deviceoffboarding.remediation.asking.NewRequest;
import org.deviceoffboarding.remediation.asking.Preview;
import org.deviceoffboarding.remediation.asking.RequestSubmissionService;
import org.deviceoffboarding.remediation.request.Action;
import org.deviceoffboarding.remediation.request.ChangeRequest;
import org.deviceoffboarding.remediation.request.RequestRefusedException;
import org.jspecify.annotations.Nullable;

/**
 * Asks for an action, once the person has seen what it would mean and has given a reason. What is refused is said in the
 * dialog, which stays open with everything typed and shows how things are now; so does an owner's change of what it goes by.
 */
class AskDialog extends Dialog {

    private static final List<Class<? extends PageNews>> CHANGING =
            List.of(RulesForRequestsChanged.class, JudgingChanged.class, AgentChanged.class);

    private final transient Supplier<Optional<AskDialogInput>> wanted;
    private final transient Function<AskDialogInput, List<String>> stepsMissing;
    private final transient RequestSubmissionService service;
    private final transient StartHold hold;
    private final transient Runnable done;
    private final Div about = new Div();
    private final FinalDeletions finalOnes = new FinalDeletions(this::update);
    private final AskReason reason;
    private final StepsMissing steps = new StepsMissing();
    private final RefusalNotice refusal = new RefusalNotice();
    private final LongWork work = new LongWork();
    private final ChangedRules changedRules = new ChangedRules();
    private final ReplacedResult replaced;
    private final Button ask = new Button("Ask", click -> ask());
    private AskDialogInput asking;
    private transient @Nullable Preview preview;
    private transient @Nullable Preview shown;
    private @Nullable Action action;
    private boolean sending;

    /**
     * @param asking what is asked for at first
     * @param reason of what was typed for the same before, if anything
     * @param wanted the same by the newest result, see {@link AskDialogs#open(Supplier, Runnable)}
     * @param stepsMissing tells what would better be done before, and is not ticked
     * @param hold says when what needs no approval begins
     * @param done called after it was asked for
     */
    AskDialog(
            AskDialogInput asking,
            AskReason reason,
            Supplier<Optional<AskDialogInput>> wanted,
            Function<AskDialogInput, List<String>> stepsMissing,
            RequestSubmissionService service,
            ResultNews resultNews,
            StartHold hold,
            OpenPages openPages,
            Runnable done) {
        this.replaced = new ReplacedResult(resultNews, this::goOn);
        this.wanted = wanted;
        this.stepsMissing = stepsMissing;
        this.asking = asking;
        this.reason = reason;
        refusal.standsAt(reason.fields());
        this.service = service;
        this.hold = hold;
        this.done = done;
        setWidth("min(760px, 94vw)");
        about.addClassName("stack");
        ask.addThemeVariants(ButtonVariant.PRIMARY);
        ask.setDisableOnClick(true);
        Div content = new Div(replaced, changedRules, steps, work, about, finalOnes, reason, refusal);
        content.addClassName("stack");
        getFooter().add(new Button("Cancel", click -> close()), ask);
        if (asking.actions().size() > 1) {
            content.addComponentAsFirst(choice());
        }
        add(content);
        openPages.follow(content, CHANGING, this::lookAgain);
        hold.follow(content, this::sayWhen);
        begin();
    }

    private void begin() {
        Action first = asking.actions().getFirst();
        boolean chosen = asking.actions().size() == 1;
        steps.show(first, stepsMissing.apply(asking));
        setHeaderTitle((chosen ? first.label() + " " : "Ask for an action on ")
                + Amounts.devices(asking.objectIds().size()));
        if (chosen) {
            show(first);
        } else {
            update();
        }
    }

    /** Goes on with what the newest result says; what was typed stays. */
    private void goOn() {
        long result = replaced.newest();
        work.find(
                "It is looked up what the newest result says.",
                asking.objectIds().size(),
                progress -> wanted.get(),
                found -> {
                    update();
                    goOn(found.get(), result);
                });
        update();
    }

    private void goOn(Optional<AskDialogInput> newest, long result) {
        if (newest.isEmpty()) {
            refusal.say(
                    "The newest result has nothing like it, so there is nothing to ask for. Look at the list of suggestions.");
            update();
            return;
        }
        replaced.restOn(result);
        if (replaced.look()) { // by a still newer one
            update();
            return;
        }
        asking = newest.get();
        refusal.clear();
        steps.show(asking.actions().getFirst(), stepsMissing.apply(asking));
        if (action != null) {
            show(action);
        } else {
            replaced.restOnNewest();
        }
    }

    private Select<Action> choice() {
        Select<Action> choice = new Select<>();
        choice.setLabel("What is to be done to them?");
        choice.setItems(asking.actions());
        choice.setItemLabelGenerator(Action::label);
        choice.addValueChangeListener(event -> {
            refusal.clear();
            show(event.getValue());
        });
        return choice;
    }

    private void show(Action chosen) {
        action = chosen;
        shown = null;
        changedRules.clear();
        replaced.restOnNewest();
        look(chosen, now -> {});
    }

    /** An owner changed what it goes by. What is being sent is looked at again anyway, and so is what a newer run replaced. */
    private void lookAgain() {
        if (action != null && !sending && !replaced.look()) {
            Preview before = shown;
            look(action, now -> changedRules.compare(before, now));
        }
    }

    private void look(Action chosen, Consumer<Preview> then) {
        List<UUID> devices = asking.objectIds();
        work.find(
                "Each of " + Amounts.devices(devices.size()) + " is looked at.",
                devices.size(),
                progress -> service.preview(chosen, devices, progress),
                now -> {
                    show(now.get());
                    then.accept(now.get());
                });
        if (work.goesOn()) {
            preview = null; // what was shown before need not be so any more
        }
        update();
    }

    private void show(Preview now) {
        if (!now.equals(preview)) {
            boolean doesAsBefore = shown != null && now.doesAs(shown);
            preview = now;
            shown = now;
            setHeaderTitle(AskWords.title(now));
            say(now);
            if (!doesAsBefore) {
                finalOnes.show(now.finalOnes());
            }
            ask.removeThemeVariants(ButtonVariant.ERROR);
            if (now.action() == Action.DELETE) {
                ask.addThemeVariants(ButtonVariant.ERROR);
            }
        }
        update();
    }

    private void say(Preview now) {
        Optional<String> until = hold.until();
        about.removeAll();
        about.add(new PreviewPanel(now, service, until));
        ask.setText(AskWords.verb(now, until.isPresent()));
    }

    /** When it begins may change while the dialog is open. */
    private void sayWhen() {
        if (preview != null) {
            say(preview);
        }
    }

    private void update() {
        boolean askable = preview != null
                && !work.goesOn()
                && preview.hindrance().isEmpty()
                && !preview.objectIds().isEmpty();
        about.setVisible(preview != null);
        finalOnes.setVisible(askable && preview != null && preview.finalOnes() > 0);
        reason.setVisible(askable);
        ask.setVisible(askable);
        ask.setEnabled(finalOnes.confirmed());
    }

    private void ask() {
        Preview seen = Objects.requireNonNull(preview, "The button is shown with a preview only");
        if (!refusal.fieldsAreValid()) {
            update();
            return;
        }
        NewRequest wanted = new NewRequest(
                seen.action(),
                seen.objectIds(),
                reason.value(),
                asking.source(),
                asking.suggestionId(),
                seen.finalOnes(),
                seen.needsApproval(),
                replaced.result());
        sending = true;
        work.carryThrough(
                "It is asked for: each of " + Amounts.devices(seen.objectIds().size()) + " is looked at again.",
                seen.objectIds().size(),
                progress -> service.ask(wanted, progress),
                asked -> asked(seen, asked));
        update();
    }

    private void asked(Preview seen, Supplier<ChangeRequest> asked) {
        sending = false;
        update();
        try {
            ChangeRequest request = asked.get();
            reason.sent();
            close();
            AskedNotice.show(request, hold.until());
            done.run();
        } catch (RequestRefusedException e) {
            if (!isOpened()) {
                Notices.problem(e.reason());
            }
            refusal.say(e.reason(), e.about());
            if (!replaced.look()) { // else the person goes on with the new result, once told of it
                show(seen.action());
            }
        }
    }
}
