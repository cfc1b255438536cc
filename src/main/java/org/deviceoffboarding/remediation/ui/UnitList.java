package org.deviceoffboarding.remediation.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.stream.Stream;
import org.deviceoffboarding.base.ui.Amounts;
import org.deviceoffboarding.remediation.recheck.RestrictedCount;

/** Names the restricted administrative units that devices of a request are in, with how many in each. */
class UnitList extends Composite<UnorderedList> {

    private static final int NAMED = 20;

    UnitList(RestrictedCount restricted) {
        getContent().addClassName("plain-list");
        restricted.byUnit().entrySet().stream()
                .limit(NAMED)
                .map(each -> item(each.getKey().name() + ": " + Amounts.devices(each.getValue())))
                .forEach(getContent()::add);
        int more = restricted.byUnit().size() - NAMED;
        if (more > 0) {
            getContent().add(item("and " + Amounts.number(more) + " more units, which the list of devices names"));
        }
        Stream.of(restricted.inUnknown())
                .filter(devices -> devices > 0)
                .map(devices ->
                        item("In which unit is not known: " + Amounts.devices(devices) + ". " + restricted.unknown()))
                .forEach(getContent()::add);
    }

    private static ListItem item(String text) {
        ListItem item = new ListItem(text);
        item.addClassName("wrap");
        return item;
    }
}
