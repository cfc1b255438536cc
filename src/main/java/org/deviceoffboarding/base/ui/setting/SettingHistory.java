package org.deviceoffboarding.base.ui.setting;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Span;
import java.time.Clock;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.LongSupplier;
import org.deviceoffboarding.base.setting.SavedSetting;
import org.deviceoffboarding.base.setting.SettingVersion;
import org.deviceoffboarding.base.ui.NarrowColumns;
import org.deviceoffboarding.base.ui.PersonDisplay;
import org.deviceoffboarding.base.ui.Section;
import org.deviceoffboarding.base.ui.TimeDisplay;
import org.deviceoffboarding.base.ui.whole.LongText;
import org.springframework.data.domain.Pageable;

/** Who saved which version of a setting, what each changed, and a button that takes any of them back into the fields. */
public final class SettingHistory<T extends SavedSetting> extends Composite<Section> {

    private static final int SHOWN_AT_ONCE = 10;

    private final transient Clock clock;
    private final transient LongSupplier inForce;
    private final transient Consumer<T> goBack;
    private final Grid<SettingVersion<T>> rows = new Grid<>();
    private final String title;

    /**
     * @param title over the list, such as "History of the thresholds"
     * @param versions fetches a page, the newest first
     * @param inForce tells the number of the version that holds now, which nobody needs to go back to
     * @param goBack puts a version into the fields: nothing is saved by that
     */
    public SettingHistory(
            String title,
            Function<Pageable, List<SettingVersion<T>>> versions,
            LongSupplier inForce,
            Consumer<T> goBack,
            Clock clock) {
        this.title = title;
        this.inForce = inForce;
        this.goBack = goBack;
        this.clock = clock;
        addColumns();
        rows.setItemsPageable(versions::apply);
        rows.setPageSize(SHOWN_AT_ONCE);
        rows.setSelectionMode(Grid.SelectionMode.NONE);
        rows.setAriaLabel(title);
        rows.addClassName("setting-history");
        getContent().add(rows);
    }

    @Override
    protected Section initContent() {
        return new Section(title);
    }

    /** Shows what was saved since. */
    public void refresh() {
        rows.getDataProvider().refreshAll();
    }

    private void addColumns() {
        rows.addColumn(row -> row.saved().version() == 0 ? "–" : row.saved().version())
                .setHeader("Version")
                .setWidth("72px")
                .setFlexGrow(0);
        var saved = rows.addComponentColumn(this::saved)
                .setHeader("Saved")
                .setWidth("124px")
                .setFlexGrow(0);
        var by = rows.addComponentColumn(SettingHistory::by).setHeader("By").setFlexGrow(1);
        rows.addComponentColumn(SettingHistory::changes)
                .setHeader("What was changed")
                .setFlexGrow(4);
        rows.addComponentColumn(this::action)
                .setHeader("Action")
                .setWidth("148px")
                .setFlexGrow(0);
        NarrowColumns.hideWhenNarrow(rows, saved, by);
    }

    private Component saved(SettingVersion<T> row) {
        return row.saved().savedAt() == null
                ? new Span("–")
                : TimeDisplay.span(row.saved().savedAt(), clock.instant());
    }

    private static <T extends SavedSetting> Component by(SettingVersion<T> row) {
        return row.saved().savedBy() == null
                ? new Span("–")
                : PersonDisplay.of(row.saved().savedBy());
    }

    private static <T extends SavedSetting> Component changes(SettingVersion<T> row) {
        return new LongText(
                row.saved().version() == 0 ? "As the portal comes." : String.join("; ", row.changes()) + ".",
                "changes");
    }

    private Component action(SettingVersion<T> row) {
        if (row.saved().version() == inForce.getAsLong()) {
            return new Span("In force");
        }
        Button again = new Button("Go back to this", click -> goBack.accept(row.saved()));
        again.addThemeVariants(ButtonVariant.SMALL);
        again.setAriaLabel(
                row.saved().version() == 0
                        ? "Go back to what the portal comes with"
                        : "Go back to version " + row.saved().version());
        return again;
    }
}
