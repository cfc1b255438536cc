package org.deviceoffboarding.ask.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.QueryParameters;
import java.util.List;
import java.util.UUID;
import org.deviceoffboarding.ask.answer.Answer;
import org.deviceoffboarding.ask.answer.AnswerService;
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
import org.deviceoffboarding.language.ConditionType;

/** What can be done with all devices of an answer: which they are is found out when it is clicked, not when they were shown. */
@org.springframework.stereotype.Component
class AnswerActions {

    /** Where instructions are written, which asks for its own role; a sentence can be drafted there. */
    private static final String INSTRUCTIONS = "settings/instructions";

    private static final String DRAFTED = "add";

    private static final String NOT_WHOLE =
            "What was not understood has to be said otherwise before anything is done with these devices.";

    private final AnswerService answers;
    private final DeviceService devices;
    private final List<DeviceBulkAction> actions;
    private final CurrentActor currentActor;

    AnswerActions(
            AnswerService answers, DeviceService devices, List<DeviceBulkAction> actions, CurrentActor currentActor) {
        this.answers = answers;
        this.devices = devices;
        this.actions = actions;
        this.currentActor = currentActor;
    }

    /** Returns how much it takes to answer a question: members of groups and departments are read from Graph, however few devices there are. */
    long size(Question question) {
        return asksTheNetwork(question) ? Long.MAX_VALUE : devices.count(DeviceFilter.NONE);
    }

    private static boolean asksTheNetwork(Question question) {
        return question.where() != null
                && question.where().criteria().stream()
                        .anyMatch(criterion -> criterion.type() == ConditionType.GROUP
                                || criterion.type() == ConditionType.DEPARTMENT);
    }

    /**
     * Returns the buttons.
     *
     * @param shown how many it said
     * @param whole whether all of the prompt was understood: else these may be more devices than were meant
     */
    Component of(Question question, long shown, boolean whole) {
        return whole ? all(question, shown) : new Paragraph(NOT_WHOLE);
    }

    private Div all(Question question, long shown) {
        Div buttons = new Div();
        buttons.addClassName("buttons");
        LongWork work = new LongWork();
        if (shown > 0) {
            actions.stream()
                    .filter(DeviceBulkAction::offered)
                    .forEach(action -> buttons.add(button(action.label(), () -> act(action, question, shown, work))));
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

    private void act(DeviceBulkAction action, Question question, long shown, LongWork work) {
        work.find(
                "The devices are looked up, as they are now.",
                size(question),
                progress -> now(question),
                now -> act(action, now.get(), shown));
    }

    /**
     * What a question finds now.
     *
     * @param problem why that cannot be told; empty where it can
     */
    private record Now(List<UUID> devices, String problem) {}

    private Now now(Question question) {
        return switch (answers.answer(question)) {
            case Answer.Devices answer -> now(answer.devices());
            case Answer.Groups answer -> now(answer.devices());
            case Answer.None none -> new Now(List.of(), none.why());
            case Answer.Single single -> new Now(List.of(), single.summary());
        };
    }

    private Now now(DeviceFilter found) {
        return new Now(devices.ids(found, DeviceSelection.MOST + 1), "");
    }

    private static void act(DeviceBulkAction action, Now now, long shown) {
        int count = now.devices().size();
        if (!now.problem().isEmpty()) {
            Notices.problem(now.problem());
        } else if (count == 0) {
            Notices.problem("There are no such devices any more. Nothing was done.");
        } else if (count > DeviceSelection.MOST) {
            Notices.problem("These are more than " + Amounts.devices(DeviceSelection.MOST)
                    + ", too many at once. Ask for fewer, or pick some of them in the list.");
        } else {
            if (count != shown) {
                Notices.info(
                        "These are " + Amounts.devices(count) + " now; the answer said " + Amounts.number(shown) + ".");
            }
            action.open(
                    now.devices().stream().map(id -> new SelectedDevice(id, "")).toList(), () -> {});
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
