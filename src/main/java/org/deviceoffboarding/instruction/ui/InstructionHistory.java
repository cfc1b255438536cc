package org.deviceoffboarding.instruction.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.grid.Grid;
import java.time.Clock;
import java.util.function.Consumer;
import org.deviceoffboarding.base.ui.EmptyState;
import org.deviceoffboarding.base.ui.NarrowColumns;
import org.deviceoffboarding.base.ui.PersonDisplay;
import org.deviceoffboarding.base.ui.Section;
import org.deviceoffboarding.base.ui.TimeDisplay;
import org.deviceoffboarding.base.ui.whole.LongText;
import org.deviceoffboarding.instruction.version.InstructionService;
import org.deviceoffboarding.instruction.version.InstructionVersion;

/** Who saved which instructions when; any of them can be taken up again. */
class InstructionHistory extends Composite<Section> {

    private final transient Consumer<String> use;
    private final transient Clock clock;
    private final Grid<InstructionVersion> rows = new Grid<>();

    InstructionHistory(InstructionService instructions, Clock clock, Consumer<String> use) {
        this.use = use;
        this.clock = clock;
        addColumns();
        rows.setItemsPageable(instructions::history);
        rows.setEmptyStateComponent(new EmptyState(
                "Nothing saved yet", "Each version that is saved stays here, with who saved it and when."));
        rows.setAllRowsVisible(true);
        getContent().add(rows);
    }

    @Override
    protected Section initContent() {
        return new Section("History");
    }

    void refresh() {
        rows.getDataProvider().refreshAll();
    }

    private void addColumns() {
        rows.addColumn(InstructionVersion::version)
                .setHeader("Version")
                .setWidth("72px")
                .setFlexGrow(0);
        var saved = rows.addComponentColumn(version -> TimeDisplay.span(version.savedAt(), clock.instant()))
                .setHeader("Saved")
                .setWidth("124px")
                .setFlexGrow(0);
        var by = rows.addComponentColumn(version -> PersonDisplay.of(version.savedBy()))
                .setHeader("By")
                .setFlexGrow(1);
        rows.addComponentColumn(InstructionHistory::text)
                .setHeader("Instructions")
                .setFlexGrow(4);
        rows.addComponentColumn(this::action)
                .setHeader("Action")
                .setWidth("148px")
                .setFlexGrow(0);
        NarrowColumns.hideWhenNarrow(rows, saved, by);
    }

    private static Component text(InstructionVersion version) {
        return new LongText(version.text().isEmpty() ? "(none)" : version.text(), "instructions");
    }

    private Component action(InstructionVersion version) {
        Button again = new Button("Go back to this", click -> use.accept(version.text()));
        again.addThemeVariants(ButtonVariant.SMALL);
        again.setAriaLabel("Go back to version " + version.version());
        return again;
    }
}
