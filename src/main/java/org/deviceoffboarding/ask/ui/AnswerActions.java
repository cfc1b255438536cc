package org.deviceoffboarding.ask.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.QueryParameters;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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
import org.deviceoffboarding.inventory.ui.NamedDevicesAction;
import org.deviceoffboarding.inventory.ui.SelectedDevice;
import org.deviceoffboarding.language.ConditionType;
import org.springframework.security.access.AccessDeniedException;

/** What can be done with all devices of an answer: which they are is found out when it is clicked, not when they were shown. */
@org.springframework.stereotype.Component
class AnswerActions {

    /** Where instructions are written, which asks for its own role; a sentence can be drafted there. */
    private static final String INSTRUCTIONS = "settings/instructions";

    private static final String DRAFTED = "add";

    private static final String NOT_WHOLE =
            "What was not understood has to be said otherwise before anything is done with these devices.";

    /** Of so many it is told whether they are still the same ones, not only as many. */
    private static final int TOLD_APART = 200;

    private final AnswerService answers;
    private final DeviceService devices;
    private final List<DeviceBulkAction> actions;
    private final List<NamedDevicesAction> namedActions;
    private final CurrentActor currentActor;

    AnswerActions(
            AnswerService answers,
            DeviceService devices,
            List<DeviceBulkAction> actions,
            List<NamedDevicesAction> namedActions,
            CurrentActor currentActor) {
        this.answers = answers;
        this.devices = devices;
        this.actions = actions;
        this.namedActions = namedActions;
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
     * What was shown.
     *
     * @param ids of the devices; none where they are too many to tell apart
     */
    private record Shown(long runId, long count, Set<UUID> ids) {}

    /**
     * Returns the buttons, or why there are none; nothing where there is neither.
     *
     * @param count how many it said
     * @param whole whether all of the prompt was understood: else these may be more devices than were meant
     */
    Optional<Component> of(Question question, Answer.Basis basis, long count, DeviceFilter found, boolean whole) {
        if (!whole) {
            return count == 0 ? Optional.empty() : Optional.of(new Paragraph(NOT_WHOLE));
        }
        return all(question, basis, count, found);
    }

    private Optional<Component> all(Question question, Answer.Basis basis, long count, DeviceFilter found) {
        Div buttons = new Div();
        buttons.addClassName("buttons");
        LongWork work = new LongWork();
        List<DeviceBulkAction> offered = count == 0
                ? List.of()
                : actions.stream().filter(DeviceBulkAction::offered).toList();
        if (!offered.isEmpty()) {
            Shown shown = new Shown(basis.runId(), count, count > TOLD_APART ? Set.of() : ids(found));
            offered.forEach(action -> buttons.add(button(action.label(), () -> act(action, question, shown, work))));
        }
        if (count > 0) {
            named(question).forEach(buttons::add);
        }
        if (question.compared() == null) {
            buttons.add(button(
                    "Compare with the run before",
                    () -> AskLink.open(question.compared(new Since.PreviousRun()), null)));
        }
        if (currentActor.may(Capability.CHANGE_INSTRUCTIONS)) {
            InstructionDraft.excluding(question).ifPresent(sentence -> buttons.add(drafting(sentence)));
        }
        return buttons.getComponentCount() == 0 ? Optional.empty() : Optional.of(new Div(buttons, work));
    }

    private List<Button> named(Question question) {
        return OneNamed.in(question).stream()
                .flatMap(one -> namedActions.stream()
                        .filter(NamedDevicesAction::offered)
                        .map(action -> named(action, one)))
                .toList();
    }

    private static Button named(NamedDevicesAction action, OneNamed one) {
        String label = action.label(one.named());
        Button button = button(label, () -> {
            requireOffered(action.offered(), label);
            action.open(one.named(), one.name(), () -> {});
        });
        button.setAriaLabel(label + " " + one.name());
        return button;
    }

    /** Who lost the role since the answer was shown is not asked first what would be refused afterwards. */
    private static void requireOffered(boolean offered, String label) {
        if (!offered) {
            throw new AccessDeniedException("No longer offered: " + label);
        }
    }

    private Set<UUID> ids(DeviceFilter found) {
        return Set.copyOf(devices.ids(found, TOLD_APART));
    }

    private void act(DeviceBulkAction action, Question question, Shown shown, LongWork work) {
        requireOffered(action.offered(), action.label());
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
    private record Now(long runId, List<UUID> devices, String problem) {}

    private Now now(Question question) {
        return switch (answers.answer(question)) {
            case Answer.Devices answer -> now(answer.basis(), answer.devices());
            case Answer.Groups answer -> now(answer.basis(), answer.devices());
            case Answer.None none -> new Now(0, List.of(), none.why());
            case Answer.Single single -> new Now(0, List.of(), single.summary());
        };
    }

    private Now now(Answer.Basis basis, DeviceFilter found) {
        return new Now(basis.runId(), devices.ids(found, DeviceSelection.MOST + 1), "");
    }

    private static void act(DeviceBulkAction action, Now now, Shown shown) {
        int count = now.devices().size();
        if (!now.problem().isEmpty()) {
            Notices.problem(now.problem());
        } else if (count == 0) {
            Notices.problem("There are no such devices any more. Nothing was done.");
        } else if (count > DeviceSelection.MOST) {
            Notices.problem("These are more than " + Amounts.devices(DeviceSelection.MOST)
                    + ", too many at once. Ask for fewer, or pick some of them in the list.");
        } else {
            changed(now, shown).ifPresent(Notices::info);
            action.open(
                    now.devices().stream().map(id -> new SelectedDevice(id, "")).toList(), () -> {});
        }
    }

    private static Optional<String> changed(Now now, Shown shown) {
        int count = now.devices().size();
        if (count != shown.count()) {
            return Optional.of("These are " + Amounts.devices(count) + " now; the answer said "
                    + Amounts.number(shown.count()) + ".");
        }
        if (!shown.ids().isEmpty() && !shown.ids().equals(Set.copyOf(now.devices()))) {
            return Optional.of(
                    "These are as many as the answer said, but not all the same ones: some are new, some are gone.");
        }
        return now.runId() == shown.runId()
                ? Optional.empty()
                : Optional.of("Run " + now.runId()
                        + " has ended since the answer was shown. These are the devices of its result.");
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
