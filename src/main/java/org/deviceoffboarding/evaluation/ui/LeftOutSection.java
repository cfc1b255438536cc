package org.deviceoffboarding.evaluation.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import org.deviceoffboarding.base.ui.EmptyState;
import org.deviceoffboarding.base.ui.GridOrder;
import org.deviceoffboarding.base.ui.NarrowColumns;
import org.deviceoffboarding.base.ui.SearchField;
import org.deviceoffboarding.base.ui.Section;
import org.deviceoffboarding.base.ui.list.PagedRows;
import org.deviceoffboarding.base.ui.transfer.CsvDownload;
import org.deviceoffboarding.base.ui.transfer.RowsAsOf;
import org.deviceoffboarding.base.ui.whole.LongText;
import org.deviceoffboarding.evaluation.Run;
import org.deviceoffboarding.evaluation.leftout.LeftOutDevice;
import org.deviceoffboarding.evaluation.leftout.LeftOutFilter;
import org.deviceoffboarding.evaluation.leftout.LeftOutService;
import org.deviceoffboarding.inventory.ui.DeviceLink;
import org.deviceoffboarding.judging.LeftOutReason;

/** The devices that a rule kept from being suggested in a run, each with the rule. */
class LeftOutSection extends Composite<Section> {

    private final transient LeftOutService leftOut;
    private final Run run;
    private final TextField search = new SearchField("Device or reason");
    private final Select<LeftOutReason> reason = new Select<>();
    private final Grid<LeftOutDevice> rows = new Grid<>();

    LeftOutSection(Run run, LeftOutService leftOut) {
        this.run = run;
        this.leftOut = leftOut;
        addFilters();
        addColumns();
        PagedRows.fill(
                rows,
                page -> leftOut.find(run.id(), filter(), page),
                () -> leftOut.roughly(run.id(), filter()),
                () -> leftOut.count(run.id(), filter()));
        Div filters = new Div(search, reason);
        filters.addClassName("filters");
        getContent().add(filters, rows);
    }

    @Override
    protected Section initContent() {
        return new Section("Left out, and why").withSuffix(export());
    }

    private void addFilters() {
        search.addValueChangeListener(event -> rows.getDataProvider().refreshAll());
        reason.setLabel("Rule");
        reason.setItems(LeftOutReason.values());
        reason.setItemLabelGenerator(rule -> rule == null ? "Any" : rule.label());
        reason.setEmptySelectionAllowed(true);
        reason.setEmptySelectionCaption("Any");
        reason.addValueChangeListener(event -> rows.getDataProvider().refreshAll());
    }

    private void addColumns() {
        rows.addComponentColumn(LeftOutSection::device)
                .setHeader("Device")
                .setSortProperty("name")
                .setFlexGrow(2);
        var platform = rows.addColumn(row -> row.platform().label())
                .setHeader("Platform")
                .setSortProperty("platform")
                .setWidth("130px")
                .setFlexGrow(0);
        rows.addColumn(row -> row.reason().label())
                .setHeader("Rule")
                .setSortProperty("reason")
                .setWidth("200px")
                .setFlexGrow(0);
        var why = rows.addComponentColumn(LeftOutSection::why).setHeader("Why").setFlexGrow(4);
        var situation = rows.addColumn(row -> row.situation().label())
                .setHeader("Situation otherwise")
                .setSortProperty("situation")
                .setWidth("190px")
                .setFlexGrow(0);
        NarrowColumns.hideWhenNarrow(rows, platform, why, situation);
        rows.setEmptyStateComponent(new EmptyState(
                "Nothing was left out", "No rule kept a device from being suggested, or none matches the filters."));
        rows.setPageSize(50);
        rows.addClassName("devices-in-suggestion");
    }

    private LeftOutFilter filter() {
        return new LeftOutFilter(search.getValue(), reason.getValue(), null);
    }

    private Component export() {
        return CsvDownload.of(() -> leftOut.export(run.id(), filter(), GridOrder.of(rows)), leftOut::export)
                .asOf(RowsAsOf.ONE_RUN)
                .column("Device", LeftOutDevice::name)
                .column("Entra object ID", LeftOutDevice::objectId)
                .column("Platform", row -> row.platform().label())
                .column("Rule", row -> row.reason().label())
                .column("Why", LeftOutDevice::detail)
                .column("Situation otherwise", row -> row.situation().label())
                .link("run-" + run.id() + "-left-out.csv");
    }

    private static Component device(LeftOutDevice row) {
        Anchor name = DeviceLink.of(row.objectId(), row.name());
        Span detail = new Span(row.detail());
        detail.addClassNames("dim", "second-line");
        Div both = new Div(name, detail);
        both.addClassName("two-lines");
        return both;
    }

    private static Component why(LeftOutDevice row) {
        return new LongText(row.detail(), "reason");
    }
}
