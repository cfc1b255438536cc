package org.deviceoffboarding.ask.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.deviceoffboarding.base.Ownership;
import org.deviceoffboarding.base.ui.Amounts;
import org.deviceoffboarding.base.ui.Pill;
import org.deviceoffboarding.base.ui.Section;
import org.deviceoffboarding.playbook.PlaybookStep;
import org.deviceoffboarding.playbook.SortPlaybook;
import org.deviceoffboarding.playbook.ui.StepLink;

/** How to remove the devices of an answer properly, by platform, as the playbooks have it. */
class AnswerSteps extends Section {

    /** @param playbooks at least one; the first is open */
    AnswerSteps(List<SortPlaybook> playbooks) {
        super("Steps");
        playbooks.forEach(playbook -> add(part(playbook, playbook == playbooks.getFirst())));
    }

    private static Component part(SortPlaybook playbook, boolean open) {
        Div content = new Div();
        content.addClassName("stack");
        Paragraph source = new Paragraph("As in the playbook “" + playbook.playbook() + "”.");
        source.addClassName("dim");
        content.add(source);
        playbook.notes().forEach(note -> content.add(new Paragraph(note)));
        content.add(list(playbook.steps()));
        Details part = new Details(title(playbook), content);
        part.setOpened(open);
        part.addClassName("answer-steps");
        return part;
    }

    private static String title(SortPlaybook playbook) {
        String owners = Stream.of(Ownership.values())
                .filter(playbook.ownerships()::contains)
                .map(Ownership::label)
                .collect(Collectors.joining(" and "));
        return playbook.platform().label()
                + (owners.isEmpty() ? "" : ", " + owners)
                + ": " + Amounts.devices(playbook.devices());
    }

    /** Returns steps to read, in their order. */
    static OrderedList list(List<PlaybookStep> steps) {
        OrderedList list = new OrderedList();
        list.addClassNames("plain-list", "steps");
        steps.forEach(step -> list.add(line(step)));
        return list;
    }

    private static ListItem line(PlaybookStep step) {
        Span number = new Span(step.number() + ".");
        number.addClassNames("step-number", "number");
        Span title = new Span(step.title());
        title.addClassName("step-title");
        Div first = new Div(title);
        first.addClassName("step-first");
        if (step.required()) {
            first.add(Pill.neutral("required"));
        }
        Div body = new Div(first, text(step));
        body.addClassName("step-body");
        ListItem line = new ListItem(number, body);
        line.addClassName("step");
        return line;
    }

    private static Component text(PlaybookStep step) {
        Div text = new Div();
        text.addClassName("step-text");
        part(text, "Why", step.why());
        part(text, "How", step.how());
        part(text, "Who", step.role());
        if (step.link() != null) {
            text.add(new StepLink(step.link()));
        }
        return text;
    }

    private static void part(Div text, String word, String words) {
        if (!words.isBlank()) {
            Span label = new Span(word + ": ");
            label.addClassName("step-word");
            text.add(new Paragraph(label, new Span(words)));
        }
    }
}
