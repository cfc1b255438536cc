package org.deviceoffboarding.audit.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;
import org.deviceoffboarding.base.ui.Callout;

/** Says that the log can't be read, since somebody has locked its tables, in the place of what would wait for that. */
class LockedLog extends Div {

    /** @param locked a sentence for each who has */
    LockedLog(List<String> locked) {
        Callout callout = Callout.bad("The log can't be read now, since its tables are locked:")
                .saidAs("alert");
        callout.add(new UnorderedList(locked.stream().map(ListItem::new).toArray(ListItem[]::new)));
        Button again = new Button(
                "Try again", click -> click.getSource().getUI().ifPresent(ui -> ui.refreshCurrentRoute(false)));
        add(callout, again);
        addClassName("stack");
    }
}
