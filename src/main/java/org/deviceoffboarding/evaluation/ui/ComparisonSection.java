package org.deviceoffboarding.evaluation.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.select.Select;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.deviceoffboarding.base.ui.Amounts;
import org.deviceoffboarding.base.ui.EmptyState;
import org.deviceoffboarding.base.ui.GridOrder;
import org.deviceoffboarding.base.ui.NarrowColumns;
import org.deviceoffboarding.base.ui.Section;
import org.deviceoffboarding.base.ui.transfer.CsvDownload;
import org.deviceoffboarding.base.ui.transfer.RowsAsOf;
import org.deviceoffboarding.evaluation.Run;
import org.deviceoffboarding.evaluation.trend.Change;
import org.deviceoffboarding.evaluation.trend.ComparedDevice;
import org.deviceoffboarding.evaluation.trend.ComparedRuns;
import org.deviceoffboarding.evaluation.trend.Trends;
import org.deviceoffboarding.inventory.ui.DeviceLink;
import org.deviceoffboarding.judging.Situation;
import org.jspecify.annotations.Nullable;

/** What a run flags that another did not, what it no longer flags, and what both flag. */
class ComparisonSection extends Composite<Section> {

    private final transient Trends trends;
    private final Run run;
    private final Select<Run> other = new Select<>();
    private final RadioButtonGroup<Change> change = new RadioButtonGroup<>("Devices");
    private final Paragraph changed = new Paragraph();
    private final Grid<ComparedDevice> rows = new Grid<>();

    /** @param others completed runs before it, the newest first; at least one */
    ComparisonSection(Run run, List<Run> others, Trends trends) {
        this.trends = trends;
        this.run = run;
        other.setLabel("Compared with");
        other.setItems(others);
        other.setItemLabelGenerator(each -> "Run " + each.id());
        other.setValue(others.getFirst());
        other.addValueChangeListener(event -> compare());
        change.addValueChangeListener(event -> rows.getDataProvider().refreshAll());
        addColumns();
        rows.setItemsPageable(page -> trends.compare(before(), run.id(), change.getValue(), page));
        compare();
        change.setValue(Change.NEW);
        Div filters = new Div(other, change);
        filters.addClassName("filters");
        getContent().add(changed, filters, rows);
    }

    @Override
    protected Section initContent() {
        return new Section("What changed").withSuffix(export());
    }

    private void compare() {
        Map<Change, Long> counts = trends.compare(before(), run.id());
        changed.setText("Since run %d: %s flagged newly, %s no longer, %s as before."
                .formatted(
                        before(),
                        Amounts.devices(counts.getOrDefault(Change.NEW, 0L)),
                        Amounts.number(counts.getOrDefault(Change.GONE, 0L)),
                        Amounts.number(counts.getOrDefault(Change.UNCHANGED, 0L))));
        Change shown = Optional.ofNullable(change.getValue()).orElse(Change.NEW);
        change.setItems(Change.values());
        change.setItemLabelGenerator(each -> each.label() + " (" + Amounts.number(counts.getOrDefault(each, 0L)) + ")");
        change.setValue(shown);
        rows.getDataProvider().refreshAll();
    }

    private long before() {
        return other.getValue().id();
    }

    private void addColumns() {
        rows.addComponentColumn(ComparisonSection::device)
                .setHeader("Device")
                .setSortProperty("name")
                .setFlexGrow(3);
        var platform = rows.addColumn(row -> row.platform().label())
                .setHeader("Platform")
                .setSortProperty("platform");
        var before = rows.addColumn(row -> label(row.before()))
                .setHeader("Situation before")
                .setSortProperty("before")
                .setFlexGrow(2);
        var after = rows.addColumn(row -> label(row.after()))
                .setHeader("Situation in this run")
                .setSortProperty("after")
                .setFlexGrow(2);
        NarrowColumns.hideWhenNarrow(rows, platform, before, after);
        rows.setEmptyStateComponent(
                new EmptyState("No such devices", "Choose another group, or another run to compare with."));
        rows.setPageSize(50);
        rows.addClassName("devices-in-suggestion");
    }

    private Component export() {
        return CsvDownload.of(
                        () -> trends.export(
                                new ComparedRuns(before(), run.id(), change.getValue()), GridOrder.of(rows)),
                        trends::export)
                .asOf(RowsAsOf.ONE_RUN)
                .column("Device", ComparedDevice::name)
                .column("Entra object ID", ComparedDevice::objectId)
                .column("Platform", row -> row.platform().label())
                .column("Change", row -> row.change().label())
                .column("Situation before", row -> label(row.before()))
                .column("Situation in this run", row -> label(row.after()))
                .link("run-" + run.id() + "-changes.csv");
    }

    private static Component device(ComparedDevice row) {
        Anchor name = DeviceLink.of(row.objectId(), row.name());
        Span detail = new Span(label(row.before()) + " → " + label(row.after()));
        detail.addClassNames("dim", "second-line");
        Div both = new Div(name, detail);
        both.addClassName("two-lines");
        return both;
    }

    private static String label(@Nullable Situation situation) {
        return situation == null ? "not flagged" : situation.label();
    }
}
