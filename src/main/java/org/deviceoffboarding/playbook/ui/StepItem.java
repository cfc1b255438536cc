package org.deviceoffboarding.playbook.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.deviceoffboarding.base.Actor;
import org.deviceoffboarding.base.ui.PersonDisplay;
import org.deviceoffboarding.base.ui.Pill;
import org.deviceoffboarding.base.ui.TimeDisplay;
import org.deviceoffboarding.playbook.checklist.ChecklistItem;
import org.deviceoffboarding.playbook.checklist.Tick;
import org.deviceoffboarding.playbook.definition.Step;

/**
 * One step of a checklist: to tick where the person may, with who ticked it or what it waits for. Folded to its line, but
 * for the next one; what a person opens stays open until it is done.
 */
class StepItem extends ListItem {

    /** What a person asks for by a click; the item shows it only once it is done. */
    @FunctionalInterface
    interface Asked {
        void change(ChecklistItem item, boolean ticked);
    }

    private final Span number = new Span();
    private final Checkbox box = new Checkbox();
    private final Span state = new Span();
    private final StepActions actions = new StepActions();
    private final Details more;
    private ChecklistItem item;
    private boolean next;

    /** @param own what the portal shows of the step itself, beside why and how */
    StepItem(ChecklistItem item, Asked asked, Optional<Component> own) {
        this.item = item;
        Step step = item.step();
        box.setLabel(step.title());
        box.addClassName("step-box");
        box.addValueChangeListener(event -> {
            if (event.isFromClient()) {
                asked.change(this.item, event.getValue());
            }
        });
        number.addClassNames("step-number", "number");
        state.addClassNames("dim", "step-state");
        Div text = new Div();
        text.addClassName("step-more");
        own.ifPresent(text::add);
        text.add(new StepText(step));
        more = new Details("Why and how", text);
        Div first = new Div(box);
        first.addClassName("step-first");
        if (step.required()) {
            first.add(Pill.neutral("required"));
        }
        first.add(actions);
        Div body = new Div(first, state, more);
        body.addClassName("step-body");
        addClassName("step");
        add(number, body);
    }

    /**
     * @param isNext whether it is the step to do next
     * @param mayTick whether the person may tick, and it leads what to press
     * @param waitsFor required steps that it waits for; none where that was said before
     * @param action what there is to press
     */
    void update(
            ChecklistItem now,
            boolean isNext,
            boolean mayTick,
            List<Step> waitsFor,
            Optional<Component> action,
            Instant instant) {
        boolean done = now.ticked() && !item.ticked();
        item = now;
        boolean waits = !now.ticked() && now.blockedBy() != null;
        number.setText(now.number() + ".");
        box.setValue(now.ticked());
        box.setReadOnly(!mayTick || now.doneByPortal());
        box.setEnabled(!waits);
        actions.show(action, isNext && mayTick, waits);
        show(now, waitsFor, instant);
        setClassName("step-done", now.ticked());
        if (isNext != next || done) {
            more.setOpened(isNext);
        }
        next = isNext;
        if (next) {
            getElement().setAttribute("aria-current", "step");
        } else {
            getElement().removeAttribute("aria-current");
        }
    }

    private void show(ChecklistItem now, List<Step> waitsFor, Instant instant) {
        state.removeAll();
        if (now.tick() != null) {
            state.add(who(now.tick(), instant));
        } else if (!waitsFor.isEmpty()) {
            state.add(waiting(waitsFor));
        } else if (now.portal() != null && now.portal().done() > 0) {
            state.add("This portal did %,d of %,d devices."
                    .formatted(now.portal().done(), now.portal().of()));
        }
        state.setVisible(state.getElement().getChildCount() > 0);
    }

    private static String waiting(List<Step> steps) {
        return "Not before what is required is ticked: “"
                + steps.stream().map(Step::title).collect(Collectors.joining("”, “")) + "”.";
    }

    private static Span who(Tick tick, Instant now) {
        String who = Actor.PORTAL.equals(tick.by())
                ? "Done by this portal, "
                : "Ticked by " + PersonDisplay.name(tick.by()) + ", ";
        return new Span(new Span(who), TimeDisplay.span(tick.at(), now));
    }
}
