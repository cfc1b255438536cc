package org.deviceoffboarding.remediation.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.deviceoffboarding.base.ui.Amounts;
import org.deviceoffboarding.base.ui.Callout;
import org.deviceoffboarding.base.ui.whole.WholeList;
import org.deviceoffboarding.remediation.recheck.Recheck;
import org.deviceoffboarding.remediation.recheck.Recheck.LeftAlone;
import org.deviceoffboarding.remediation.recheck.Recheck.StillFlagged;
import org.deviceoffboarding.remediation.request.Action;
import org.deviceoffboarding.remediation.ui.request.RequestSentences;

/** Which devices of a request are no longer flagged by what is in force now, why, and which would still be acted on. */
class RecheckSection extends Composite<Div> {

    private static final int NAMES = 50;
    private static final String FILE = "rechecked-devices.csv";

    RecheckSection() {
        getContent().addClassNames("stack", "recheck");
        getContent().setVisible(false);
    }

    RecheckSection(Action action, Recheck recheck) {
        this();
        show(action, recheck);
    }

    void show(Action action, Recheck recheck) {
        Div content = getContent();
        content.removeAll();
        content.setVisible(
                !recheck.undecided().isEmpty() || !recheck.leftAlone().isEmpty());
        if (!recheck.undecided().isEmpty()) {
            content.add(Callout.attention(recheck.undecided()).saidAs("status"));
        } else if (!recheck.leftAlone().isEmpty()) {
            content.add(
                    Callout.attention(summary(recheck)).saidAs("status"),
                    scrolling(byReason(recheck.leftAlone())),
                    stillFlagged(action, recheck));
        }
    }

    private static String summary(Recheck recheck) {
        int gone = recheck.leftAlone().size();
        return Amounts.number(gone) + " of " + Amounts.devices(recheck.devices())
                + (gone == 1
                        ? " is no longer flagged by what is in force now, and is left alone:"
                        : " are no longer flagged by what is in force now, and are left alone:");
    }

    private static Component stillFlagged(Action action, Recheck recheck) {
        List<StillFlagged> flagged = recheck.flagged();
        if (flagged.isEmpty()) {
            return wrapped("None of them is still flagged: nothing would be done.");
        }
        return named(
                "Still flagged, to " + RequestSentences.verb(action) + ": " + Amounts.devices(flagged.size()) + ": ",
                ".",
                flagged,
                StillFlagged::name,
                WholeList.of("Still flagged", flagged)
                        .column("Device", StillFlagged::name)
                        .column("Entra object ID", StillFlagged::objectId));
    }

    private static UnorderedList byReason(List<LeftAlone> devices) {
        UnorderedList list = new UnorderedList();
        list.addClassName("plain-list");
        Map<String, List<LeftAlone>> byReason = devices.stream()
                .collect(Collectors.groupingBy(LeftAlone::reason, LinkedHashMap::new, Collectors.toList()));
        byReason.entrySet().stream()
                .sorted(Comparator.comparing(each -> -each.getValue().size()))
                .limit(NAMES)
                .forEach(each -> list.add(item(each.getKey(), each.getValue())));
        if (byReason.size() > NAMES) {
            list.add(new ListItem(
                    whole(devices).button("Show all " + Amounts.number(byReason.size()) + " reasons", FILE)));
        }
        return list;
    }

    private static ListItem item(String reason, List<LeftAlone> devices) {
        Div who = named("", "", devices, LeftAlone::name, whole(devices));
        who.addClassName("dim");
        Div lines = new Div(new Span(Amounts.devices(devices.size()) + ": " + reason), who);
        lines.addClassName("two-lines");
        return new ListItem(lines);
    }

    private static WholeList<LeftAlone> whole(List<LeftAlone> devices) {
        return WholeList.of("No longer flagged, and left alone", devices)
                .column("Device", LeftAlone::name)
                .column("Entra object ID", LeftAlone::objectId)
                .column("Why", LeftAlone::reason);
    }

    /** Returns the first names, with all of them behind a button where there are more. */
    private static <T> Div named(
            String before, String after, List<T> devices, Function<T, String> name, WholeList<T> whole) {
        boolean more = devices.size() > NAMES;
        Div line = new Div(wrapped(
                devices.stream().limit(NAMES).map(name).collect(Collectors.joining(", ", before, more ? "" : after))));
        line.addClassName("whole-line");
        if (more) {
            line.add(whole.button("Show all " + Amounts.number(devices.size()), FILE));
        }
        return line;
    }

    private static Span wrapped(String text) {
        Span span = new Span(text);
        span.addClassName("wrap");
        return span;
    }

    private static Component scrolling(UnorderedList list) {
        Div region = new Div(list);
        region.addClassName("refused-list");
        region.getElement().setAttribute("role", "region");
        region.getElement().setAttribute("aria-label", "Devices that are no longer flagged, and why");
        region.getElement().setAttribute("tabindex", "0");
        return region;
    }
}
