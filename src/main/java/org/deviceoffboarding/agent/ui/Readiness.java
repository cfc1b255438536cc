package org.deviceoffboarding.agent.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.badge.Badge;
import com.vaadin.flow.component.html.Code;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;
import java.util.Locale;
import org.deviceoffboarding.agent.setup.ReadinessLine;
import org.deviceoffboarding.agent.setup.ReadinessState;
import org.deviceoffboarding.base.ui.Pill;

/** What the agent needs, each with why, whether it works, and what to do where it does not. */
class Readiness extends UnorderedList {

    /** @param setUp whether there is an agent that could have it */
    Readiness(List<ReadinessLine> lines, boolean setUp) {
        addClassNames("plain-list", "requirements");
        lines.stream().filter(line -> setUp || !line.optional()).forEach(line -> add(item(line, setUp)));
    }

    private static ListItem item(ReadinessLine line, boolean setUp) {
        Component needed = needed(line);
        Div first = new Div(
                needed, setUp ? state(line) : Pill.neutral(line.kind().endsWith("role") ? "Needed" : "Asked for"));
        first.addClassName("requirement-first");
        ListItem item = new ListItem(first, new Span(line.why()));
        if (setUp && line.state() == ReadinessState.MISSING) {
            item.add(new Span(missing(line)));
        }
        if (setUp && line.state() != ReadinessState.GIVEN && !line.said().isEmpty()) {
            Span said = new Span("Microsoft's answer: " + line.said());
            said.addClassName("dim");
            item.add(said);
        }
        return item;
    }

    private static Component needed(ReadinessLine line) {
        Code name = new Code(line.needed());
        name.addClassName("mono");
        Span kind = new Span(" (" + line.kind() + ")");
        kind.addClassName("dim");
        return new Span(name, kind);
    }

    private static String missing(ReadinessLine line) {
        String lacking = line.lackingFor().isEmpty() ? "" : sentence(line.lackingFor()) + " can't be used without. ";
        return lacking + line.remedy();
    }

    private static String sentence(String words) {
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }

    /** What could not be found out is never a yes. */
    private static Badge state(ReadinessLine line) {
        return switch (line.state()) {
            case GIVEN -> Pill.good("✓ Yes");
            case MISSING -> line.optional() ? Pill.neutral("No") : Pill.attention("No");
            case UNKNOWN -> Pill.neutral(line.checkedAt() == null ? "Not checked yet" : "Not known");
        };
    }
}
