package org.deviceoffboarding.agent.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;
import org.deviceoffboarding.agent.UnderWay;

/** What is under way, each with the way to its page. */
class UnderWayList extends UnorderedList {

    UnderWayList(List<UnderWay> underWay) {
        addClassName("plain-list");
        underWay.forEach(each -> add(new ListItem(new Anchor(each.path(), each.name()))));
    }
}
