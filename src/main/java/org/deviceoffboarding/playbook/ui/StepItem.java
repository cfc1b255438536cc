package org.deviceoffboarding.playbook.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import java.time.Instant;
import org.deviceoffboarding.base.Actor;
import org.deviceoffboarding.base.ui.PersonDisplay;
import org.deviceoffboarding.base.ui.Pill;
import org.deviceoffboarding.base.ui.TimeDisplay;
import org.deviceoffboarding.playbook.checklist.ChecklistItem;
import org.deviceoffboarding.playbook.checklist.Tick;
import org.deviceoffboarding.playbook.definition.Step;

/** One step of a checklist: to tick where the person may, with who ticked it or what it waits for. */
class StepItem extends ListItem {

    /** What a person asks for by a click; the item shows it only once it is done. */
    @FunctionalInterface
    interface Asked {
        void change(ChecklistItem item, boolean ticked);
    }

    private final boolean mayTick;
    private final Span number = new Span();
    private final Checkbox box = new Checkbox();
    private final Span state = new Span();
    private final Details more;
    private ChecklistItem item;

    StepItem(ChecklistItem item, boolean mayTick, Asked asked, Component... own) {
        this.item = item;
        this.mayTick = mayTick;
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
        more = new Details("Why and how", new StepText(step));
        Div first = new Div(box);
        first.addClassName("step-first");
        if (step.required()) {
            first.add(Pill.neutral("required"));
        }
        Div body = new Div(first, state);
        body.addClassName("step-body");
        body.add(own);
        body.add(more);
        addClassName("step");
        add(number, body);
    }

    /** Opens or closes the text that says why and how. */
    void open(boolean opened) {
        more.setOpened(opened);
    }

    void update(ChecklistItem now, Instant instant) {
        item = now;
        Step blocking = now.ticked() ? null : now.blockedBy();
        number.setText(now.number() + ".");
        box.setValue(now.ticked());
        box.setReadOnly(!mayTick || now.doneByPortal());
        box.setEnabled(blocking == null);
        state.removeAll();
        if (now.tick() != null) {
            state.add(who(now.tick(), instant));
        } else if (blocking != null) {
            state.add("Not before “" + blocking.title() + "” is ticked.");
        } else if (now.portal() != null && now.portal().done() > 0) {
            state.add("This portal did %,d of %,d devices."
                    .formatted(now.portal().done(), now.portal().of()));
        }
        state.setVisible(state.getElement().getChildCount() > 0);
    }

    private static Span who(Tick tick, Instant now) {
        String who = Actor.PORTAL.equals(tick.by())
                ? "Done by this portal, "
                : "Ticked by " + PersonDisplay.name(tick.by()) + ", ";
        return new Span(new Span(who), TimeDisplay.span(tick.at(), now));
    }
}
