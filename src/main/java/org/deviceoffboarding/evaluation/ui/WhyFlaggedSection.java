package org.deviceoffboarding.evaluation.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.deviceoffboarding.base.ui.Pill;
import org.deviceoffboarding.base.ui.Section;
import org.deviceoffboarding.base.ui.TimeDisplay;
import org.deviceoffboarding.base.ui.TimesInText;
import org.deviceoffboarding.evaluation.Finding;
import org.deviceoffboarding.evaluation.RunService;
import org.deviceoffboarding.evaluation.leftout.LeftOutDevice;
import org.deviceoffboarding.evaluation.leftout.LeftOutService;
import org.deviceoffboarding.inventory.DeviceFacts;
import org.deviceoffboarding.inventory.ui.DeviceSection;
import org.springframework.core.annotation.Order;

/** Says on a device's page why it is flagged, or why not. */
@org.springframework.stereotype.Component
@Order(10)
class WhyFlaggedSection implements DeviceSection {

    private final RunService runs;
    private final LeftOutService leftOut;
    private final Clock clock;

    WhyFlaggedSection(RunService runs, LeftOutService leftOut, Clock clock) {
        this.runs = runs;
        this.leftOut = leftOut;
        this.clock = clock;
    }

    @Override
    public Optional<Component> state(DeviceFacts device) {
        Optional<Finding> finding = finding(device);
        if (finding.isPresent()) {
            return Optional.of(Pill.bad("Flagged: " + finding.get().situation().label()));
        }
        return Optional.of(leftOut(device).isPresent() ? Pill.neutral("Left out") : Pill.good("Not flagged"));
    }

    @Override
    public Optional<Component> section(DeviceFacts device) {
        return finding(device).map(this::whyFlagged).or(() -> leftOut(device).map(WhyFlaggedSection::whyLeftOut));
    }

    private Component whyFlagged(Finding finding) {
        UnorderedList evidence = new UnorderedList();
        evidence.addClassNames("plain-list", "evidence");
        finding.evidence().forEach(sentence -> evidence.add(listed(sentence)));
        if (finding.confirmedAt() != null) {
            evidence.add(new ListItem("Confirmed by key: Intune was asked for its device ID "
                    + TimeDisplay.shortly(finding.confirmedAt(), clock.instant(), TimeDisplay.zone())
                    + " and has no such record."));
        }
        Section section = new Section("Why it is flagged", evidence);
        registeredOwner(finding).ifPresent(sentence -> section.add(new Paragraph(sentence)));
        return section;
    }

    /** Said where no user is known, so that somebody can be asked. */
    private static Optional<String> registeredOwner(Finding finding) {
        if (finding.ownerNotRead() != null) {
            return Optional.of(
                    "No user is known, and Entra's registered owner could not be read: " + finding.ownerNotRead());
        }
        return Optional.ofNullable(finding.registeredOwner())
                .map(owner -> "No user is known. Registered owner in Entra: " + owner + ".");
    }

    private static Component whyLeftOut(LeftOutDevice device) {
        return new Section(
                "Why it is left out",
                new Paragraph(device.reason().label() + ". " + device.detail()),
                new Paragraph("Without this rule it would be in the situation: "
                        + device.situation().label() + "."));
    }

    private Optional<Finding> finding(DeviceFacts device) {
        UUID id = device.entra().objectId();
        return runs.latestCompleted().flatMap(run -> runs.finding(run.id(), id));
    }

    private Optional<LeftOutDevice> leftOut(DeviceFacts device) {
        UUID id = device.entra().objectId();
        return runs.latestCompleted().flatMap(run -> leftOut.get(run.id(), id));
    }

    private static ListItem listed(String sentence) {
        ListItem item = new ListItem(TimesInText.local(sentence));
        item.setTitle(sentence);
        return item;
    }
}
