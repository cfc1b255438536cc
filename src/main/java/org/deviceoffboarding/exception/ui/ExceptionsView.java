package org.deviceoffboarding.exception.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import java.time.Clock;
import org.deviceoffboarding.base.Capability;
import org.deviceoffboarding.base.May;
import org.deviceoffboarding.base.ui.GridOrder;
import org.deviceoffboarding.base.ui.PageHeader;
import org.deviceoffboarding.base.ui.PersonDisplay;
import org.deviceoffboarding.base.ui.TableState;
import org.deviceoffboarding.base.ui.TimeDisplay;
import org.deviceoffboarding.base.ui.list.EmptyList;
import org.deviceoffboarding.base.ui.list.ListColumns;
import org.deviceoffboarding.base.ui.list.ListTools;
import org.deviceoffboarding.base.ui.list.Lists;
import org.deviceoffboarding.base.ui.transfer.CsvDownload;
import org.deviceoffboarding.base.ui.whole.LongText;
import org.deviceoffboarding.exception.register.DeviceException;
import org.deviceoffboarding.exception.register.ExceptionExports;
import org.deviceoffboarding.exception.register.ExceptionService;

/** What is never suggested, why, by whom and until when. */
@Route(ExceptionsView.PATH)
@PageTitle("Exceptions")
@Menu(order = 35, title = "Exceptions", icon = "vaadin:shield")
@May(Capability.READ)
class ExceptionsView extends Composite<Div> implements BeforeEnterObserver {

    static final String PATH = "exceptions";

    private final transient ExceptionService exceptions;
    private final transient ExceptionExports exports;
    private final transient ExceptionDialogs dialogs;
    private final transient Clock clock;
    private final Grid<DeviceException> rows = new Grid<>();
    private final ListTools tools;

    ExceptionsView(
            ExceptionService exceptions, ExceptionExports exports, ExceptionDialogs dialogs, Lists lists, Clock clock) {
        this.exceptions = exceptions;
        this.exports = exports;
        this.dialogs = dialogs;
        this.clock = clock;
        getContent().addClassNames("page-content", "page-table");
        tools = lists.of("exceptions", "exception", "exceptions", rows, addColumns());
        dialogs.follow(getContent(), this::refresh);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        TableState state = TableState.entering(event);
        ExceptionFilterBar filter = new ExceptionFilterBar(state, this::refresh);
        tools.fill(rows, page -> exceptions.find(filter.value(), page), page -> exceptions.count(filter.value()));
        state.keepSortOf(rows);
        tools.show(state, filter, export(filter));
        getContent().removeAll();
        getContent().add(header(), filter, tools, rows);
    }

    private Component header() {
        PageHeader header = new PageHeader("Exceptions");
        if (dialogs.mayChange()) {
            Button add = new Button("Add exception…", click -> dialogs.add(this::refresh));
            add.addThemeVariants(ButtonVariant.PRIMARY);
            header.withActions(new Button("Upload CSV…", click -> dialogs.upload(this::refresh)), add);
        }
        return header;
    }

    private ListColumns<DeviceException> addColumns() {
        rows.addComponentColumn(ExceptionLines::what)
                .setHeader("Never suggested")
                .setKey("name")
                .setSortProperty("name")
                .setWidth("150px")
                .setFlexGrow(2);
        rows.addColumn(row -> row.kind().label())
                .setHeader("Kind")
                .setKey("kind")
                .setSortProperty("kind")
                .setFlexGrow(0);
        rows.addComponentColumn(row -> new LongText(row.reason(), "reason"))
                .setHeader("Reason")
                .setKey("reason")
                .setSortProperty("reason")
                .setWidth("220px")
                .setFlexGrow(3);
        var state = rows.addComponentColumn(row -> ExceptionLines.state(row, clock.instant()))
                .setHeader("State")
                .setKey("state")
                .setSortProperty("state")
                .setFlexGrow(0);
        rows.addComponentColumn(row -> new Span(ExceptionLines.lastDay(row)))
                .setHeader("Last day")
                .setKey("endsOn")
                .setSortProperty("endsOn")
                .setFlexGrow(0);
        rows.addComponentColumn(row -> PersonDisplay.of(row.createdBy()))
                .setHeader("Made by")
                .setKey("createdBy")
                .setSortProperty("createdBy")
                .setFlexGrow(1);
        rows.addComponentColumn(row -> TimeDisplay.span(row.createdAt(), clock.instant()))
                .setHeader("Made")
                .setKey("createdAt")
                .setSortProperty("createdAt")
                .setFlexGrow(0);
        var actions = rows.addComponentColumn(this::lift)
                .setHeader("Actions")
                .setKey("actions")
                .setFlexGrow(0);
        rows.setEmptyStateComponent(
                new EmptyList("No exceptions to show", "Every device that a situation holds for is suggested."));
        rows.setPageSize(50);
        return ListColumns.of(rows).alsoWhenNarrow(state, actions);
    }

    private Component lift(DeviceException row) {
        return dialogs.lifting(row, this::refresh).orElseGet(Span::new);
    }

    private void refresh() {
        rows.getDataProvider().refreshAll();
    }

    private Component export(ExceptionFilterBar filter) {
        return CsvDownload.of(() -> exports.all(filter.value(), GridOrder.of(rows)), exports::all)
                .column("Kind", row -> row.kind().label())
                .column("Name", DeviceException::name)
                .column("Target", DeviceException::target)
                .column("Reason", DeviceException::reason)
                .column("Legal hold", DeviceException::legalHold)
                .column("State", row -> row.state(clock.instant()).label())
                .column("Last day (UTC)", DeviceException::endsOn)
                .column("Made by", row -> row.createdBy().name())
                .column(
                        "Made by (name)",
                        row -> PersonDisplay.realName(row.createdBy()).orElse(null))
                .column("Made (UTC)", DeviceException::createdAt)
                .column(
                        "Lifted by",
                        row -> row.lift() == null ? null : row.lift().byName())
                .column(
                        "Lifted (UTC)",
                        row -> row.lift() == null ? null : row.lift().at())
                .column(
                        "Lifted because",
                        row -> row.lift() == null ? null : row.lift().reason())
                .link("exceptions.csv");
    }
}
