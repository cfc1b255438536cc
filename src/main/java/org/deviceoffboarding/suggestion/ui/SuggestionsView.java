package org.deviceoffboarding.suggestion.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.grid.ColumnTextAlign;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import java.time.Clock;
import java.util.List;
import org.deviceoffboarding.base.Capability;
import org.deviceoffboarding.base.DeviceNews;
import org.deviceoffboarding.base.May;
import org.deviceoffboarding.base.ui.GridOrder;
import org.deviceoffboarding.base.ui.OpenPages;
import org.deviceoffboarding.base.ui.PageHeader;
import org.deviceoffboarding.base.ui.ResultPage;
import org.deviceoffboarding.base.ui.TableState;
import org.deviceoffboarding.base.ui.TimeDisplay;
import org.deviceoffboarding.base.ui.list.EmptyList;
import org.deviceoffboarding.base.ui.list.ListColumns;
import org.deviceoffboarding.base.ui.list.ListTools;
import org.deviceoffboarding.base.ui.list.Lists;
import org.deviceoffboarding.base.ui.transfer.CsvDownload;
import org.deviceoffboarding.evaluation.ResultForgotten;
import org.deviceoffboarding.evaluation.RunService;
import org.deviceoffboarding.inventory.InventoryReplaced;
import org.deviceoffboarding.suggestion.Suggestion;
import org.deviceoffboarding.suggestion.SuggestionService;
import org.deviceoffboarding.suggestion.SuggestionsChanged;

/** What the newest result suggests. */
@Route(SuggestionLink.PATH)
@PageTitle("Suggestions")
@Menu(order = 20, title = "Suggestions", icon = "vaadin:lightbulb")
@May(Capability.READ)
class SuggestionsView extends Composite<Div> implements BeforeEnterObserver, ResultPage {

    private static final String FIRST_RUN =
            "Start a run on Overview; a run that finds nothing to remove is a good result.";

    private final transient SuggestionService suggestions;
    private final transient Clock clock;
    private final transient RunService runs;
    private final Grid<Suggestion> rows = new Grid<>();
    private final EmptyList empty = new EmptyList("No suggestions to show", FIRST_RUN);
    private final ListTools tools;

    SuggestionsView(SuggestionService suggestions, RunService runs, Lists lists, OpenPages openPages, Clock clock) {
        this.runs = runs;
        this.suggestions = suggestions;
        this.clock = clock;
        getContent().addClassNames("page-content", "page-table");
        openPages.follow(getContent(), List.of(SuggestionsChanged.class, ResultForgotten.class), this::refresh);
        openPages.follow(
                getContent(), DeviceNews.class, () -> rows.getDataProvider().refreshAll());
        openPages.follow(
                getContent(),
                InventoryReplaced.class, // by a run that another portal carried out, too
                this::refresh);
        tools = lists.of("suggestions", "suggestion", "suggestions", rows, addColumns());
    }

    private void refresh() {
        empty.means(runs.orNoAgent(FIRST_RUN));
        rows.getDataProvider().refreshAll();
    }

    @Override
    public boolean followsByItself() {
        return true;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        empty.means(runs.orNoAgent(FIRST_RUN));
        TableState state = TableState.entering(event);
        SuggestionFilterBar filter =
                new SuggestionFilterBar(state, () -> rows.getDataProvider().refreshAll());
        tools.fill(rows, page -> suggestions.find(filter.value(), page), page -> suggestions.count(filter.value()));
        state.keepSortOf(rows);
        tools.show(state, filter, export(filter));
        getContent().removeAll();
        getContent().add(new PageHeader("Suggestions"), filter, tools, rows);
    }

    private ListColumns<Suggestion> addColumns() {
        rows.addComponentColumn(SuggestionLines::nameAndDetail)
                .setHeader("Suggestion")
                .setKey("title")
                .setSortProperty("title")
                .setWidth("220px")
                .setFlexGrow(12);
        rows.addColumn(row -> row.situation().label())
                .setHeader("Situation")
                .setKey("situation")
                .setSortProperty("situation");
        rows.addColumn(row -> row.platform().label())
                .setHeader("Platform")
                .setKey("platform")
                .setSortProperty("platform");
        rows.addColumn(row -> row.ownership().label())
                .setHeader("Ownership")
                .setKey("ownership")
                .setSortProperty("ownership");
        var devices = rows.addColumn(Suggestion::devices)
                .setHeader("Devices")
                .setKey("devices")
                .setSortProperty("devices")
                .setTextAlign(ColumnTextAlign.END)
                .setFlexGrow(0);
        rows.addComponentColumn(row -> SuggestionLines.status(row.status()))
                .setHeader("Status")
                .setKey("status")
                .setSortProperty("status")
                .setWidth("124px")
                .setFlexGrow(0);
        rows.addColumn(row -> row.assignee() == null ? "nobody" : row.assignee().name())
                .setHeader("Assigned to")
                .setKey("assignee")
                .setSortProperty("assignee");
        rows.addComponentColumn(row -> TimeDisplay.span(row.updatedAt(), clock.instant()))
                .setHeader("Updated")
                .setKey("updatedAt")
                .setSortProperty("updatedAt");
        rows.setEmptyStateComponent(empty);
        rows.setPageSize(50);
        return ListColumns.of(rows).alsoWhenNarrow(devices);
    }

    private Component export(SuggestionFilterBar filter) {
        return CsvDownload.ofAll(() -> suggestions.find(filter.value(), GridOrder.whole(rows)))
                .column("Suggestion", Suggestion::title)
                .column("Detail", Suggestion::detail)
                .column("Situation", row -> row.situation().label())
                .column("Platform", row -> row.platform().label())
                .column("Ownership", row -> row.ownership().label())
                .column("Devices", Suggestion::devices)
                .column("Disabled here", row -> row.done().disabled())
                .column("Taken over", row -> row.done().takenOver())
                .column("Deleted here", row -> row.done().deleted())
                .column("Status", row -> row.status().label())
                .column(
                        "Assigned to",
                        row -> row.assignee() == null ? null : row.assignee().name())
                .column("Updated (UTC)", Suggestion::updatedAt)
                .column("Run", Suggestion::runId)
                .link("suggestions.csv");
    }
}
