package org.deviceoffboarding.evaluation.schedule.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.deviceoffboarding.base.ui.Section;
import org.deviceoffboarding.base.ui.TimeDisplay;

/** The next times of a schedule, by its clock and by that of whoever looks. */
class NextTimes extends Composite<Section> {

    private final Div content = new Div();

    NextTimes() {
        content.getElement().setAttribute("role", "status"); // they change with what is typed elsewhere
        getContent().add(content);
    }

    @Override
    protected Section initContent() {
        return new Section("Next runs");
    }

    void show(List<Instant> times, ZoneId zone) {
        OrderedList list = new OrderedList();
        list.addClassName("plain-list");
        ZoneId own = TimeDisplay.zone();
        times.forEach(time -> list.add(item(time, zone, own)));
        content.removeAll();
        content.add(list);
    }

    /** Says why there are none. */
    void say(String sentence) {
        content.removeAll();
        content.add(new Paragraph(sentence));
    }

    private static ListItem item(Instant time, ZoneId zone, ZoneId own) {
        ListItem item = new ListItem(new Span(TimeDisplay.withWeekday(time, zone) + " " + zone.getId()));
        if (!zone.getRules().getOffset(time).equals(own.getRules().getOffset(time))) {
            Span yours = new Span(" · for you " + TimeDisplay.withWeekday(time, own) + " (" + name(own) + ")");
            yours.addClassName("dim");
            item.add(yours);
        }
        return item;
    }

    private static String name(ZoneId zone) {
        return zone.normalized().equals(ZoneOffset.UTC) ? "UTC" : zone.getId();
    }
}
