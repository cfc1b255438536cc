package org.deviceoffboarding.evaluation.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import org.deviceoffboarding.base.Roles;
import org.deviceoffboarding.base.ui.GuideStep;
import org.deviceoffboarding.base.ui.Pill;
import org.deviceoffboarding.base.ui.Section;
import org.deviceoffboarding.person.ui.WhoCould;

/** Leads to the first result, a step at a time: only the one whose turn it is can be done, by whoever may, else it says who. */
class FirstVisit extends Section {

    FirstVisit(List<GuideStep> steps, WhoCould whoCould) {
        super("From here to the first result");
        OrderedList list = new OrderedList();
        list.addClassNames("plain-list", "guide");
        GuideStep turn = steps.stream().filter(step -> !step.done()).findFirst().orElse(null);
        steps.forEach(step -> list.add(line(list.getComponentCount() + 1, step, step.equals(turn), whoCould)));
        add(list);
    }

    private static ListItem line(int number, GuideStep step, boolean isNow, WhoCould whoCould) {
        Span mark = new Span(step.done() ? "✓" : String.valueOf(number));
        mark.addClassName("guide-mark");
        Div first = new Div(new H3(step.title()));
        first.addClassName("guide-first");
        if (step.done()) {
            first.add(Pill.good("Done"));
        }
        Div body = new Div(first, step.about());
        body.addClassName("guide-body");
        if (isNow) {
            step.action().ifPresentOrElse(first::add, () -> {
                if (!step.role().isEmpty()) {
                    body.add(whoCan(step.role(), whoCould));
                }
            });
        }
        ListItem line = new ListItem(mark, body);
        line.addClassName("guide-step");
        line.setClassName("guide-step-now", isNow);
        if (isNow) {
            line.getElement().setAttribute("aria-current", "step");
        }
        return line;
    }

    /** Somebody who can may sign in while others wait. */
    private static Paragraph whoCan(String role, WhoCould whoCould) {
        Paragraph who = new Paragraph(who(role, whoCould));
        whoCould.follow(who, () -> who.setText(who(role, whoCould)));
        return who;
    }

    private static String who(String role, WhoCould whoCould) {
        return whoCould.names(role, "")
                .map(names -> names + " can do this.")
                .orElse("Nobody who can do this has signed in yet: it takes the role " + Roles.label(role) + ".");
    }
}
