package org.deviceoffboarding.playbook.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import org.deviceoffboarding.playbook.checklist.Checklist;
import org.deviceoffboarding.playbook.definition.Playbook;

/** What to know beside the steps: facts to tell people, and playbooks for single devices, such as lost ones. */
class BesidesPlaybook extends Div {

    BesidesPlaybook(Checklist checklist) {
        if (!checklist.playbook().facts().isEmpty()) {
            add(new Details("Good to know", facts(checklist.playbook())));
        }
        checklist
                .besides()
                .forEach(
                        playbook -> add(new Details("If a device is different: " + playbook.title(), other(playbook))));
    }

    private static Component facts(Playbook playbook) {
        UnorderedList facts = new UnorderedList();
        facts.addClassName("plain-list");
        playbook.facts().forEach(fact -> facts.add(new ListItem(fact)));
        return facts;
    }

    private static Component other(Playbook playbook) {
        return new Div(new Paragraph(playbook.applies() + "."), new StepOutline(playbook.steps()));
    }
}
