package org.deviceoffboarding.agent.ui;

import com.vaadin.flow.component.badge.Badge;
import com.vaadin.flow.component.html.Code;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;
import org.deviceoffboarding.agent.setup.AgentService;
import org.deviceoffboarding.agent.setup.Requirement;
import org.deviceoffboarding.base.ui.Pill;

/** What the agent needs, each with why, and a tick where it was given and works. */
class Readiness extends UnorderedList {

    Readiness(AgentService agents) {
        boolean setUp = agents.find().isPresent();
        List<String> lacking = agents.lacking();
        addClassNames("plain-list", "requirements");
        agents.requirements()
                .forEach(requirement ->
                        add(line(requirement, state(setUp, lacking.contains(requirement.permission())))));
    }

    /** Setting up asks Graph whether each one works, and is refused without. */
    private static Badge state(boolean setUp, boolean lacks) {
        if (!setUp) {
            return Pill.neutral("Asked for");
        }
        return lacks ? Pill.attention("Missing") : Pill.good("✓ Given");
    }

    private static ListItem line(Requirement requirement, Badge state) {
        Code permission = new Code(requirement.permission());
        permission.addClassName("mono");
        Div first = new Div(permission, state);
        first.addClassName("requirement-first");
        return new ListItem(first, new Span(requirement.reason()));
    }
}
