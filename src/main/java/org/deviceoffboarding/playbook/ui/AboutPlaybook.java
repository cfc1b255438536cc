package org.deviceoffboarding.playbook.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import org.deviceoffboarding.playbook.checklist.Checklist;

/** Says above the steps which playbook they are of, and what is special about these devices. */
class AboutPlaybook extends Div {

    AboutPlaybook(Checklist checklist, boolean mayEdit) {
        addClassName("stack");
        Paragraph which =
                new Paragraph(new Span("Playbook “" + checklist.playbook().title()
                        + "”, in this order. A step that is marked as required comes before all behind it. "));
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
}
