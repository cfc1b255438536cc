package org.deviceoffboarding.ask.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.QueryParameters;
import java.util.List;
import java.util.UUID;
import org.deviceoffboarding.ask.question.Question;
import org.deviceoffboarding.ask.question.Since;
import org.deviceoffboarding.base.Capability;
import org.deviceoffboarding.base.CurrentActor;
import org.deviceoffboarding.base.ui.Amounts;
import org.deviceoffboarding.base.ui.Notices;
import org.deviceoffboarding.base.ui.work.LongWork;
import org.deviceoffboarding.inventory.DeviceFilter;
import org.deviceoffboarding.inventory.DeviceService;
import org.deviceoffboarding.inventory.ui.DeviceBulkAction;
import org.deviceoffboarding.inventory.ui.DeviceSelection;
import org.deviceoffboarding.inventory.ui.SelectedDevice;
import org.springframework.stereotype.Component;

/** What can be done with all devices of an answer: which they are is found out when it is clicked, not when they were shown. */
@Component
class AnswerActions {

    /** Where instructions are written, which asks for its own role; a sentence can be drafted there. */
    private static final String INSTRUCTIONS = "settings/instructions";

    private static final String DRAFTED = "add";

    private final DeviceService devices;
    private final List<DeviceBulkAction> actions;
    private final CurrentActor currentActor;

    AnswerActions(DeviceService devices, List<DeviceBulkAction> actions, CurrentActor currentActor) {
        this.devices = devices;
        this.actions = actions;
        this.currentActor = currentActor;
    }

    /**
     * Returns the buttons.
     *
     * @param found which devices the answer is about
     * @param shown how many it said
     */
    Div of(Question question, DeviceFilter found, long shown) {
        Div buttons = new Div();
        buttons.addClassName("buttons");
        LongWork work = new LongWork();
        if (shown > 0) {
            actions.stream()
                    .filter(DeviceBulkAction::offered)
                    .forEach(action -> buttons.add(
                            button(action.label(), () -> act(action, found, shown, work))));
        }
        if (question.compared() == null) {
            buttons.add(button(
                    "Compare with the run before",
                    () -> AskLink.open(question.compared(new Since.PreviousRun()), null)));
        }
        if (currentActor.may(Capability.CHANGE_INSTRUCTIONS)) {
            InstructionDraft.excluding(question).ifPresent(sentence -> buttons.add(drafting(sentence)));
        }
        return new Div(buttons, work);
    }

    private void act(DeviceBulkAction action, DeviceFilter found, long shown, LongWork work) {
        work.find(
                "The devices are looked up, as they are now.",
                shown,
                progress -> devices.ids(found, DeviceSelection.MOST + 1),
                now -> act(action, now.get(), shown));
    }

    private static void act(DeviceBulkAction action, List<UUID> now, long shown) {
        if (now.isEmpty()) {
            Notices.problem("There are no such devices any more. Nothing was done.");
        } else if (now.size() > DeviceSelection.MOST) {
            Notices.problem("These are more than " + Amounts.devices(DeviceSelection.MOST)
                    + ", too many at once. Ask for fewer, or pick some of them in the list.");
        } else {
            if (now.size() != shown) {
                Notices.info("These are " + Amounts.devices(now.size()) + " now; the answer said "
                        + Amounts.number(shown) + ".");
            }
            action.open(now.stream().map(id -> new SelectedDevice(id, "")).toList(), () -> {});
        }
    }

    private static Anchor drafting(String sentence) {
        return new Anchor(
                INSTRUCTIONS + "?" + QueryParameters.of(DRAFTED, sentence).getQueryString(),
                "Leave them out by an instruction");
    }

    private static Button button(String words, Runnable action) {
        Button button = new Button(words, click -> action.run());
        button.addThemeVariants(ButtonVariant.SMALL);
        return button;
    }
}
