package org.deviceoffboarding.playbook.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import java.util.stream.Collectors;
import org.deviceoffboarding.base.Platform;
import org.deviceoffboarding.base.ui.Pill;
import org.deviceoffboarding.judging.Situation;
import org.deviceoffboarding.playbook.definition.Step;

/** Steps to read, without anything to tick. */
class StepOutline extends OrderedList {

    StepOutline(List<Step> steps) {
        addClassNames("plain-list", "steps");
        steps.forEach(step -> add(line(getComponentCount() + 1, step)));
    }

    private static ListItem line(int number, Step step) {
        Span count = new Span(number + ".");
        count.addClassNames("step-number", "number");
        Span title = new Span(step.title());
        title.addClassName("step-title");
        Div first = new Div(title);
        first.addClassName("step-first");
        if (step.required()) {
            first.add(Pill.neutral("required"));
        }
        Div body = new Div(first);
        body.addClassName("step-body");
        String only = onlyFor(step);
        if (!only.isEmpty()) {
            Span hint = new Span(only);
            hint.addClassName("dim");
            body.add(hint);
        }
        body.add(new StepText(step));
        ListItem line = new ListItem(count, body);
        line.addClassName("step");
        return line;
    }

    /** Returns for which suggestions a step is, if not for all of its playbook; else nothing. */
    static String onlyFor(Step step) {
        String situations = step.situations().size() == Situation.values().length
                ? ""
                : List.of(Situation.values()).stream()
                        .filter(step.situations()::contains)
                        .map(Situation::label)
                        .collect(Collectors.joining(", "));
        String platforms = step.platforms().size() == Platform.values().length
                ? ""
                : List.of(Platform.values()).stream()
                        .filter(step.platforms()::contains)
                        .map(Platform::label)
                        .collect(Collectors.joining(", "));
        String both = situations + (situations.isEmpty() || platforms.isEmpty() ? "" : "; ") + platforms;
        return both.isEmpty() ? "" : "Only for: " + both;
    }
}
