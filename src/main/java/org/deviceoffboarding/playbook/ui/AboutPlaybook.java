package org.deviceoffboarding.playbook.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import org.deviceoffboarding.playbook.checklist.Checklist;
import org.deviceoffboarding.playbook.definition.PortalPart;

/** Says above the steps which playbook they are of, and what is special about these devices. */
class AboutPlaybook extends Div {

    AboutPlaybook(Checklist checklist, boolean mayEdit) {
        addClassName("stack");
        Paragraph which = new Paragraph(new Span("Playbook “"
                + checklist.playbook().title()
                + "”, in this order. The portal refuses what cannot be undone until each required step before"
                + " it is ticked." + (disables(checklist) ? " Disabling can be undone, so it need not wait. " : " ")));
        if (mayEdit) {
            which.add(new Anchor(
                    PlaybookUiConfiguration.PATH + "/"
                            + checklist.playbook().key().path(),
                    "Edit the playbook"));
        }
        add(which);
        checklist.notes().forEach(note -> {
            Div notice = new Div(new Paragraph(note));
            notice.addClassNames("notice", "notice-attention");
            add(notice);
        });
    }

    private static boolean disables(Checklist checklist) {
        return checklist.items().stream().anyMatch(item -> item.step().portal() == PortalPart.DISABLE);
    }
}
