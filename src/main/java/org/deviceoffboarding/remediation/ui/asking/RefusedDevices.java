package org.deviceoffboarding.remediation.ui.asking;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.deviceoffboarding.base.Capability;
import org.deviceoffboarding.base.ui.Amounts;
import org.deviceoffboarding.base.ui.whole.WholeList;
import org.deviceoffboarding.remediation.asking.Preview;

/** The devices that an action is refused for, by the reason, most of them first; all of them as a file. */
class RefusedDevices extends Div {

    private static final int NAMES = 10;
    private static final int REASONS = 50;
    private static final String FILE = "refused-devices.csv";

    RefusedDevices(List<Preview.Refused> refused) {
        addClassName("refused");
        Span title = new Span(
                refused.size() == 1
                        ? "Refused, and left as it is: 1 device"
                        : "Refused, and left as they are: " + Amounts.devices(refused.size()));
        title.addClassName("refused-title");
        Div line = new Div(title, whole(refused).files(FILE));
        line.addClassName("refused-line");
        add(line, scrolling(list(refused)));
    }

    private static Div scrolling(UnorderedList list) {
        Div region = new Div(list);
        region.addClassName("refused-list");
        region.getElement().setAttribute("role", "region");
        region.getElement().setAttribute("aria-label", "Devices that are refused, and why");
        region.getElement().setAttribute("tabindex", "0");
        return region;
    }

    private static UnorderedList list(List<Preview.Refused> refused) {
        UnorderedList list = new UnorderedList();
        list.addClassName("plain-list");
        Map<String, List<Preview.Refused>> byReason = refused.stream()
                .collect(Collectors.groupingBy(Preview.Refused::reason, LinkedHashMap::new, Collectors.toList()));
        byReason.entrySet().stream()
                .sorted(Comparator.comparing(reason -> -reason.getValue().size()))
                .limit(REASONS)
                .forEach(reason -> list.add(item(reason.getKey(), reason.getValue())));
        if (byReason.size() > REASONS) {
            list.add(new ListItem(
                    whole(refused).button("Show all " + Amounts.number(byReason.size()) + " reasons", FILE)));
        }
        return list;
    }

    private static ListItem item(String reason, List<Preview.Refused> devices) {
        Span names =
                new Span(devices.stream().limit(NAMES).map(RefusedDevices::name).collect(Collectors.joining(", ")));
        names.addClassNames("dim", "wrap");
        Div who = new Div(names);
        who.addClassName("whole-line");
        if (devices.size() > NAMES) {
            who.add(whole(devices).button("Show all " + Amounts.number(devices.size()), FILE));
        }
        Div lines = new Div(new Span(Amounts.devices(devices.size()) + ": " + reason), who);
        lines.addClassName("two-lines");
        return new ListItem(lines);
    }

    /** A device that nothing is known of has no name. */
    private static String name(Preview.Refused device) {
        return device.name().isBlank() ? device.objectId().toString() : device.name();
    }

    private static WholeList<Preview.Refused> whole(List<Preview.Refused> refused) {
        return WholeList.of("Refused, and left as they are", refused)
                .column("Device", Preview.Refused::name)
                .column("Entra object ID", Preview.Refused::objectId)
                .column("Refused because", Preview.Refused::reason)
                .needing(Capability.ASK_FOR_ACTIONS);
    }
}
