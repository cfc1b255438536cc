package org.deviceoffboarding.ask.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import java.time.Clock;
import java.util.List;
import org.deviceoffboarding.ask.answer.ComparedAnswer;
import org.deviceoffboarding.base.ui.Amounts;
import org.deviceoffboarding.base.ui.Section;
import org.deviceoffboarding.base.ui.TimeDisplay;
import org.deviceoffboarding.inventory.ui.DeviceLink;

/** What is new and what is gone of an answer since the result of another run. */
class AnswerComparison extends Section {

    /** @param comparison that was possible */
    AnswerComparison(ComparedAnswer comparison, Clock clock) {
        super("Compared");
        add(new Paragraph(sentence(comparison, clock)));
        if (comparison.added() > 0) {
            add(list(
                    "New: " + Amounts.devices(comparison.added()),
                    links(comparison.addedDevices()),
                    comparison.added()));
        }
        if (comparison.gone() > 0) {
            add(list(
                    "Gone: " + Amounts.devices(comparison.gone()), links(comparison.goneDevices()), comparison.gone()));
        }
    }

    private static List<Anchor> links(List<ComparedAnswer.FittedDevice> devices) {
        return devices.stream()
                .map(device -> DeviceLink.of(device.objectId(), device.name()))
                .toList();
    }

    private static String sentence(ComparedAnswer comparison, Clock clock) {
        String time = comparison.at() == null
                ? ""
                : " of " + TimeDisplay.shortly(comparison.at(), clock.instant(), TimeDisplay.zone());
        return "Run " + comparison.runId() + time + " had " + Amounts.devices(comparison.before()) + ". Since then "
                + Amounts.count(comparison.added(), "is new", "are new") + " and "
                + Amounts.count(comparison.gone(), "is gone", "are gone") + ".";
    }

    private static Component list(String title, List<Anchor> devices, long all) {
        UnorderedList list = new UnorderedList();
        list.addClassName("plain-list");
        devices.forEach(device -> list.add(new ListItem(device)));
        if (all > devices.size()) {
            list.add(new ListItem("and " + Amounts.number(all - devices.size()) + " more"));
        }
        return new Details(title, list);
    }
}
