package org.deviceoffboarding.exception.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import java.util.Comparator;
import java.util.List;
import org.deviceoffboarding.base.Capability;
import org.deviceoffboarding.base.ui.Amounts;
import org.deviceoffboarding.base.ui.whole.WholeList;
import org.deviceoffboarding.exception.register.NewException;
import org.deviceoffboarding.exception.register.UploadLine;

/** What becomes of each line of a file; those with problems first. */
class UploadReport extends Composite<Div> {

    UploadReport(List<UploadLine> lines) {
        long good = lines.stream().filter(line -> line.problem() == null).count();
        Paragraph sum = new Paragraph(sum(good, lines.size()));
        sum.getElement().setAttribute("role", "status");
        Grid<UploadLine> rows = new Grid<>();
        rows.addColumn(UploadLine::number).setHeader("Line").setWidth("80px").setFlexGrow(0);
        rows.addComponentColumn(line -> ExceptionLines.wrapped(line.text()))
                .setHeader("Names")
                .setFlexGrow(2);
        rows.addComponentColumn(line -> ExceptionLines.wrapped(result(line)))
                .setHeader("Result")
                .setFlexGrow(3);
        rows.setItems(lines.stream()
                .sorted(Comparator.comparing((UploadLine line) -> line.problem() == null)
                        .thenComparing(UploadLine::number))
                .toList());
        rows.addClassName("upload-report");
        getContent()
                .add(
                        sum,
                        WholeList.of("Lines of the file", lines)
                                .column("Line", UploadLine::number)
                                .column("Names", UploadLine::text)
                                .column("Result", UploadReport::result)
                                .needing(Capability.MAKE_EXCEPTIONS)
                                .files("exceptions-report.csv"),
                        rows);
    }

    private static String sum(long good, int all) {
        if (good == all) {
            return all == 1 ? "The line can be added." : "All " + Amounts.number(all) + " lines can be added.";
        }
        return Amounts.number(good) + " of " + Amounts.number(all)
                + " lines can be added. The others are not, for the reasons below; correct them and upload the file again, or add the good ones now.";
    }

    private static String result(UploadLine line) {
        NewException exception = line.exception();
        if (exception == null) {
            return "Not added. " + line.problem();
        }
        String name = exception.target().name();
        return "OK: " + exception.target().kind().label() + " "
                + (name.isBlank() ? exception.target().key() : name)
                + (exception.endsOn() == null ? ", no end" : ", until " + exception.endsOn());
    }
}
