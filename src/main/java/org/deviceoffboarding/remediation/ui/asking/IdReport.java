package org.deviceoffboarding.remediation.ui.asking;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.util.Comparator;
import java.util.List;
import org.deviceoffboarding.base.Capability;
import org.deviceoffboarding.base.ui.Amounts;
import org.deviceoffboarding.base.ui.whole.WholeList;
import org.deviceoffboarding.inventory.ui.DeviceLink;
import org.deviceoffboarding.remediation.upload.UploadedId;

/** What each line of a list of IDs names; those with problems first. */
class IdReport extends Composite<Div> {

    IdReport(List<UploadedId> lines) {
        long good = lines.stream().filter(line -> line.problem() == null).count();
        Paragraph sum = new Paragraph(sum(good, lines.size()));
        sum.getElement().setAttribute("role", "status");
        Grid<UploadedId> rows = new Grid<>();
        rows.addColumn(UploadedId::number).setHeader("Line").setWidth("70px").setFlexGrow(0);
        rows.addComponentColumn(IdReport::idAndResult).setHeader("What it names");
        rows.setItems(lines.stream()
                .sorted(Comparator.comparing((UploadedId line) -> line.problem() == null)
                        .thenComparing(UploadedId::number))
                .toList());
        rows.setSelectionMode(Grid.SelectionMode.NONE);
        rows.addClassName("upload-report");
        getContent()
                .add(
                        sum,
                        WholeList.of("Lines of the file", lines)
                                .column("Line", UploadedId::number)
                                .column("ID", UploadedId::text)
                                .column("Result", IdReport::result)
                                .needing(Capability.ASK_FOR_ACTIONS)
                                .files("ids-report.csv"),
                        rows);
    }

    private static String sum(long good, int all) {
        if (good == all) {
            return all == 1
                    ? "The line names a device."
                    : "Each of the " + Amounts.number(all) + " lines names a device of its own.";
        }
        return good == 0
                ? "No line names a device, for the reasons below. Correct the file and upload it again."
                : Amounts.number(good) + " of " + Amounts.number(all) + " lines " + (good == 1 ? "names" : "name")
                        + " a device. The others are left out, for the reasons below: correct them and upload the file again, or"
                        + " go on without them.";
    }

    private static String result(UploadedId line) {
        return line.objectId() == null
                ? "Left out. " + line.problem()
                : DeviceLink.named(line.name()) + ", Entra object ID " + line.objectId();
    }

    private static Component idAndResult(UploadedId line) {
        Span id = new Span(line.text());
        id.addClassNames("mono", "wrap");
        Div lines = new Div(id, new Span(result(line)));
        lines.addClassName("two-lines");
        return lines;
    }
}
