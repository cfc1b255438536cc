package org.deviceoffboarding.audit.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Code;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Pre;
import com.vaadin.flow.component.html.Span;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.deviceoffboarding.audit.AuditDetails;
import org.deviceoffboarding.audit.AuditedDevice;
import org.deviceoffboarding.audit.AuditedWords;
import org.deviceoffboarding.audit.reading.AuditEntry;
import org.deviceoffboarding.audit.reading.AuditLogService;
import org.deviceoffboarding.audit.reading.SealedEntry;
import org.deviceoffboarding.base.InvisibleCharacters;
import org.deviceoffboarding.base.ui.Amounts;
import org.deviceoffboarding.base.ui.Facts;
import org.deviceoffboarding.base.ui.IdDisplay;
import org.deviceoffboarding.base.ui.PersonDisplay;
import org.deviceoffboarding.base.ui.Section;
import org.deviceoffboarding.base.ui.TimeDisplay;
import org.deviceoffboarding.base.ui.subject.Subjects;
import org.deviceoffboarding.base.ui.whole.LongText;
import org.jspecify.annotations.Nullable;

/** The parts of an entry's page. */
@org.springframework.stereotype.Component
class EntrySections {

    private final AuditLogService auditLog;
    private final ActionLabels labels;
    private final EntryCells cells;
    private final Subjects subjects;
    private final AuditedWords words;
    private final Clock clock;

    EntrySections(
            AuditLogService auditLog,
            ActionLabels labels,
            EntryCells cells,
            Subjects subjects,
            AuditedWords words,
            Clock clock) {
        this.auditLog = auditLog;
        this.labels = labels;
        this.cells = cells;
        this.subjects = subjects;
        this.words = words;
        this.clock = clock;
    }

    /** Returns who did what and when, each with the link to all entries that have the same. */
    Section said(AuditEntry entry) {
        Facts facts = new Facts()
                .with("What", entry.summary())
                .with("When", new Span(TimeDisplay.exactly(entry.at(), TimeDisplay.zone())))
                .with(
                        "Who",
                        with(
                                PersonDisplay.of(entry.actor()),
                                "person",
                                entry.actor().id(),
                                "All by this person"))
                .with("Recorded as", entry.actor().name())
                .with("Person ID", IdDisplay.text("Person ID", entry.actor().id()))
                .with("Action", with(action(entry), "action", entry.action(), "All of this action"))
                .with("Result", new ResultMark(entry.result()));
        if (!entry.subject().isEmpty()) {
            facts.with("About", with(cells.about(entry), "about", entry.subject(), "All about it"));
        }
        return new Section("What happened", facts);
    }

    private Component action(AuditEntry entry) {
        Code name = new Code(entry.action());
        name.addClassName("mono");
        return new Span(new Span(labels.label(entry.action()) + " "), name);
    }

    private static Component with(Component value, String filter, String of, String link) {
        Div both = new Div(value, new Anchor(AuditLink.narrowed(filter, of), link));
        both.addClassName("with-link");
        return both;
    }

    /** Returns what was changed, as it was before and as it is since; nothing where nothing was. */
    Optional<Section> changes(AuditEntry entry) {
        return entry.details().get(AuditDetails.BEFORE) instanceof Map<?, ?> before
                        && entry.details().get(AuditDetails.AFTER) instanceof Map<?, ?> after
                ? Optional.of(new Section(
                        "What was changed", new ChangesTable(before, after, words.of(entry.action(), entry.details()))))
                : Optional.empty();
    }

    /** Returns what else is known; nothing where nothing is. */
    Optional<Section> details(AuditEntry entry) {
        Map<String, @Nullable Object> others = new TreeMap<>(entry.details());
        if (changes(entry).isPresent()) {
            others.remove(AuditDetails.BEFORE);
            others.remove(AuditDetails.AFTER);
        }
        if (others.isEmpty()) {
            return Optional.empty();
        }
        Facts facts = new Facts();
        Map<String, Map<String, String>> said = words.of(entry.action(), entry.details());
        others.forEach((name, value) -> facts.with(
                DetailText.name(name),
                new LongText(DetailText.of(value, said.getOrDefault(name, Map.of())), DetailText.name(name))));
        return Optional.of(new Section("Details", facts));
    }

    /** Returns the devices that it concerns, read as they are looked at; nothing where there are none. */
    Optional<Section> devices(AuditEntry entry) {
        if (entry.devices().isEmpty()) {
            return Optional.empty();
        }
        long count = entry.moreDevices()
                ? auditLog.countDevices(entry.id())
                : entry.devices().size();
        Grid<AuditedDevice> devices = new Grid<>();
        devices.addComponentColumn(this::device).setHeader("Device").setFlexGrow(2);
        devices.addComponentColumn(device -> IdDisplay.whole("Object ID", device.objectId()))
                .setHeader("Object ID")
                .setFlexGrow(2);
        devices.addComponentColumn(device -> IdDisplay.whole("Device ID", device.deviceId()))
                .setHeader("Device ID")
                .setFlexGrow(2);
        devices.addComponentColumn(device -> AuditLink.about(device.objectId(), "All about it"))
                .setHeader("Trail")
                .setFlexGrow(1);
        devices.setItemsPageable(page -> auditLog.devices(entry.id(), page), page -> count);
        devices.addThemeVariants(GridVariant.NO_BORDER);
        devices.setAllRowsVisible(!entry.moreDevices());
        return Optional.of(new Section("Devices", new Paragraph(Amounts.count(count, "device", "devices")), devices));
    }

    private Component device(AuditedDevice device) {
        String name = device.name().isBlank() ? "(no name)" : InvisibleCharacters.shown(device.name());
        return subjects.page("device:" + device.objectId())
                .<Component>map(page -> new Anchor(page.address(), name))
                .orElseGet(() -> new Span(name));
    }

    /** Returns what proves the entry, or what can be said as long as nothing does. */
    Section proof(SealedEntry sealed) {
        Facts facts = new Facts();
        Long number = sealed.entry().number();
        if (number != null) {
            facts.with("Number", String.valueOf(number));
        }
        facts.with("Leaf hash", IdDisplay.text("Leaf hash", sealed.leafHash()));
        SealedEntry.Seal seal = sealed.seal();
        if (seal != null) {
            facts.with(
                    "Checkpoint",
                    "Of " + TimeDisplay.toTheSecond(seal.at(), clock.instant(), TimeDisplay.zone()) + ", over "
                            + Amounts.count(seal.size(), "entry", "entries"));
            facts.with("Signed text", copyable("Checkpoint", seal.note()));
        }
        facts.with("Format", String.valueOf(sealed.entry().format()));
        String content = sealed.content();
        facts.with(
                "Content",
                content == null
                        ? new Span("It names so many devices that it is not shown here.")
                        : copyable("Content", content));
        return new Section("Proof", new Paragraph(proved(sealed)), facts);
    }

    private static String proved(SealedEntry sealed) {
        if (sealed.refused() && sealed.fits()) {
            return "Somebody other than the portal keeps this entry from being sealed, though its hash is that of what it says: nothing"
                    + " proves it. Find out who noted it in audit_refused.";
        }
        if (sealed.refused()) {
            return "This row is never sealed: its hash is not that of what it says, so somebody other than the portal stored it, or"
                    + " changed it before it was sealed. What it says proves nothing.";
        }
        if (!sealed.fits()) {
            return sealed.entry().number() == null
                    ? "The hash beside this entry is not that of what it says: somebody other than the portal stored or changed it. It will"
                            + " not be sealed."
                    : "Nothing proves what this entry says: its hash is not its leaf of the tree. It was changed since it was sealed, or"
                            + " stored so past the portal. Verify the log.";
        }
        if (sealed.seal() == null) {
            return "This entry is not sealed yet: it gets its number and a signed checkpoint within seconds. Until then it could still"
                    + " be altered by whoever holds the database.";
        }
        return "The checkpoint below proves this entry: the SHA-256 of a zero byte and the content is its leaf of the tree, which the"
                + " checkpoint signs. A copy of the checkpoint outside this database shows whether either was altered since.";
    }

    private static Component copyable(String name, String text) {
        Pre shown = new Pre(InvisibleCharacters.shown(text));
        shown.addClassNames("mono", "copyable-text");
        shown.getElement().setAttribute("tabindex", "0"); // it scrolls
        Div both = new Div(CopyButton.of(name, text), shown);
        if (!shown.getText().equals(text)) {
            both.add(new Paragraph(
                    "Characters that nobody would see are shown by their numbers. Copy takes the text as it is."));
        }
        return both;
    }
}
