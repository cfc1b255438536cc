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
import java.util.stream.Collectors;
import org.deviceoffboarding.base.ui.Amounts;
import org.deviceoffboarding.base.ui.Callout;
import org.deviceoffboarding.remediation.recheck.Recheck;
import org.deviceoffboarding.remediation.recheck.Recheck.LeftAlone;
import org.deviceoffboarding.remediation.request.Action;
import org.deviceoffboarding.remediation.ui.request.RequestSentences;

/** Which devices of a request are no longer flagged by what is in force now, why, and which would still be acted on. */
class RecheckSection extends Composite<Div> {

    private static final int NAMES = 50;

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
                    wrapped(stillFlagged(action, recheck)));
        }
    }

    private static String summary(Recheck recheck) {
        int gone = recheck.leftAlone().size();
        return Amounts.number(gone) + " of " + Amounts.devices(recheck.devices())
                + (gone == 1
                        ? " is no longer flagged by what is in force now, and is left alone:"
                        : " are no longer flagged by what is in force now, and are left alone:");
    }

    private static String stillFlagged(Action action, Recheck recheck) {
        List<String> names = recheck.flagged();
        return names.isEmpty()
                ? "None of them is still flagged: nothing would be done."
                : "Still flagged, to " + RequestSentences.verb(action) + ": " + Amounts.devices(names.size()) + ": "
                        + names(names) + ".";
    }

    private static UnorderedList byReason(List<LeftAlone> devices) {
        UnorderedList list = new UnorderedList();
        list.addClassName("plain-list");
        Map<String, List<String>> byReason = devices.stream()
                .collect(Collectors.groupingBy(
                        LeftAlone::reason,
                        LinkedHashMap::new,
                        Collectors.mapping(LeftAlone::name, Collectors.toList())));
        byReason.entrySet().stream()
                .sorted(Comparator.comparing(each -> -each.getValue().size()))
                .limit(NAMES)
                .forEach(each -> list.add(item(each.getKey(), each.getValue())));
        if (byReason.size() > NAMES) {
            list.add(new ListItem("and " + (byReason.size() - NAMES) + " more reasons, see the table of devices"));
        }
        return list;
    }

    private static ListItem item(String reason, List<String> names) {
        Span who = wrapped(names(names));
        who.addClassName("dim");
        Div lines = new Div(new Span(Amounts.devices(names.size()) + ": " + reason), who);
        lines.addClassName("two-lines");
        return new ListItem(lines);
    }

    private static String names(List<String> names) {
        return names.stream().limit(NAMES).collect(Collectors.joining(", "))
                + (names.size() > NAMES ? " and " + (names.size() - NAMES) + " more, see the table of devices" : "");
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
