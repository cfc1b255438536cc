package org.deviceoffboarding.evaluation.effect.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.deviceoffboarding.base.Capability;
import org.deviceoffboarding.base.ui.Amounts;
import org.deviceoffboarding.base.ui.Callout;
import org.deviceoffboarding.base.ui.TimeDisplay;
import org.deviceoffboarding.base.ui.transfer.RowsAsOf;
import org.deviceoffboarding.base.ui.whole.WholeList;
import org.deviceoffboarding.evaluation.effect.AffectedDevice;
import org.deviceoffboarding.evaluation.effect.EffectDevices;
import org.deviceoffboarding.evaluation.effect.EffectKind;
import org.deviceoffboarding.evaluation.effect.ResultEffect;
import org.deviceoffboarding.evaluation.effect.ResultEffect.SuggestedCount;
import org.deviceoffboarding.judging.Situation;

/** What decisions would change about the present result, for people. */
public final class EffectLines {

    /** So few may come without anybody being warned, however few there are. */
    private static final int MANY = 10;

    private final ResultEffect result;
    private final EffectDevices service;
    private final Capability needed;
    private final List<Component> lines = new ArrayList<>();

    private EffectLines(ResultEffect result, EffectDevices service, Capability needed) {
        this.result = result;
        this.service = service;
        this.needed = needed;
    }

    /**
     * @param service shows the devices behind the numbers
     * @param needed what it takes to download them
     * @param cautions what else there is to know about the numbers, a sentence each
     */
    public static List<Component> of(
            ResultEffect result, EffectDevices service, Capability needed, List<String> cautions, Instant now) {
        return new EffectLines(result, service, needed).all(cautions, now);
    }

    private List<Component> all(List<String> cautions, Instant now) {
        lines.add(new Paragraph(headline()));
        if (!result.isNothing()) {
            lines.add(kinds());
            lines.add(situations());
        }
        warn();
        cautions.forEach(sentence -> lines.add(dim(sentence)));
        lines.add(dim("Judged is what run " + result.run().id() + " read "
                + TimeDisplay.shortly(Objects.requireNonNullElse(result.run().readAt(), now), now, TimeDisplay.zone())
                + ": " + Amounts.devices(result.devices())
                + ". All else that is decided is as it is. The next run reads the tenant anew."));
        return lines;
    }

    private String headline() {
        if (result.isNothing()) {
            return "No device comes or goes: " + Amounts.count(result.now(), "device is", "devices are")
                    + " suggested by this as by what is saved.";
        }
        return Amounts.count(result.then(), "device", "devices") + " would be suggested instead of "
                + Amounts.number(result.now()) + ".";
    }

    private Component kinds() {
        UnorderedList list = new UnorderedList();
        list.addClassName("plain-list");
        add(list, EffectKind.COMES, "would come", "Devices that would come", "devices-that-come.csv");
        add(list, EffectKind.GOES, "would no longer be suggested", "Devices that would go", "devices-that-go.csv");
        add(
                list,
                EffectKind.MOVES,
                "would be in another suggestion",
                "Devices that would be in another suggestion",
                "devices-that-move.csv");
        return list;
    }

    private void add(UnorderedList list, EffectKind kind, String words, String title, String file) {
        int devices = result.count(kind);
        if (devices > 0) {
            ListItem item = new ListItem(new Span(Amounts.devices(devices) + " " + words + " "));
            item.add(WholeList.of(
                            title,
                            page -> service.devices(result, kind, page),
                            () -> service.export(result, kind),
                            service::export)
                    .column("Device", AffectedDevice::name)
                    .column("Entra object ID", AffectedDevice::objectId)
                    .column("Device ID", AffectedDevice::deviceId)
                    .column("Serial number", AffectedDevice::serialNumber)
                    .column("Platform", device -> device.platform().label())
                    .column("Now", AffectedDevice::now)
                    .column("Then", AffectedDevice::then)
                    .column("Why", AffectedDevice::why)
                    .needing(needed)
                    .asOf(RowsAsOf.ONE_RUN)
                    .button("Show which", file));
            list.add(item);
        }
    }

    private Component situations() {
        NativeTable table = new NativeTable();
        table.addClassName("effect-table");
        NativeTableRow head = table.getHead().addRow();
        head.addHeaderCell().setText("Situation");
        head.addHeaderCell().setText("Now");
        head.addHeaderCell().setText("Then");
        for (Situation situation : Situation.values()) {
            SuggestedCount count = result.situations().get(situation);
            if (count != null) {
                NativeTableRow row = table.getBody().addRow();
                NativeTableHeaderCell name = row.addHeaderCell();
                name.setText(situation.label());
                name.getElement().setAttribute("scope", "row");
                row.addDataCell().setText(Amounts.number(count.now()));
                row.addDataCell().setText(Amounts.number(count.then()));
            }
        }
        Div scrolls = new Div(table);
        scrolls.addClassName("effect-scrolls");
        return scrolls;
    }

    private void warn() {
        if (result.now() > 0 && result.count(EffectKind.GOES) * 2L > result.now()) {
            lines.add(Callout.attention("More than half of what is suggested now would go."));
        }
        if (result.count(EffectKind.COMES) > Math.max(MANY, result.now())) {
            lines.add(Callout.attention("More devices would come than are suggested now."));
        }
        if (result.awaited() > 0) {
            lines.add(
                    Callout.attention(
                            "Of those that would go, "
                                    + Amounts.count(result.awaited(), "device is", "devices are")
                                    + " in open requests. These would leave them alone as soon as it holds, without waiting for a run."));
        }
        if (result.toConfirm() > 0) {
            lines.add(
                    dim(
                            "Of " + Amounts.devices(result.toConfirm())
                                    + " Intune's list has no record. The next run asks Intune for each of these before it suggests them."));
        }
    }

    private static Paragraph dim(String sentence) {
        Paragraph line = new Paragraph(sentence);
        line.addClassName("dim");
        return line;
    }
}
