package org.deviceoffboarding.remediation.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.grid.ColumnTextAlign;
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
import org.deviceoffboarding.base.ui.Amounts;
import org.deviceoffboarding.base.ui.GridOrder;
import org.deviceoffboarding.base.ui.OpenPages;
import org.deviceoffboarding.base.ui.PageHeader;
import org.deviceoffboarding.base.ui.PersonDisplay;
import org.deviceoffboarding.base.ui.TableState;
import org.deviceoffboarding.base.ui.TimeDisplay;
import org.deviceoffboarding.base.ui.list.EmptyList;
import org.deviceoffboarding.base.ui.list.ListColumns;
import org.deviceoffboarding.base.ui.list.ListTools;
import org.deviceoffboarding.base.ui.list.Lists;
import org.deviceoffboarding.base.ui.transfer.CsvDownload;
import org.deviceoffboarding.remediation.query.RequestQueryService;
import org.deviceoffboarding.remediation.request.ChangeRequest;
import org.deviceoffboarding.remediation.request.RequestChanged;
import org.deviceoffboarding.remediation.ui.request.RequestLines;
import org.deviceoffboarding.remediation.ui.request.RequestLink;
import org.deviceoffboarding.suggestion.ui.SuggestionLink;

/** The change requests: what waits for a second person, what is carried out, and what became of it. */
@Route(RequestLink.PATH)
@PageTitle("Approvals")
@Menu(order = 33, title = "Approvals", icon = "vaadin:check-circle-o")
@May(Capability.READ)
class ApprovalsView extends Composite<Div> implements BeforeEnterObserver {

    private final transient RequestQueryService requests;
    private final transient ApprovalPermissions permissions;
    private final transient ActionSignIn signIn;
    private final transient Clock clock;
    private final Grid<ChangeRequest> rows = new Grid<>();
    private final WaitingLine waiting;
    private final ListTools tools;

    ApprovalsView(
            RequestQueryService requests,
            ApprovalPermissions permissions,
            ActionSignIn signIn,
            Lists lists,
            OpenPages openPages,
            Clock clock) {
        this.requests = requests;
        this.permissions = permissions;
        this.signIn = signIn;
        this.clock = clock;
        this.waiting = new WaitingLine(permissions);
        getContent().addClassNames("page-content", "page-table");
        openPages.follow(getContent(), RequestChanged.class, this::refresh);
        tools = lists.of("approvals", "request", "requests", rows, addColumns());
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        TableState state = TableState.entering(event);
        RequestFilterBar filter =
                new RequestFilterBar(state, () -> rows.getDataProvider().refreshAll());
        tools.fill(rows, page -> requests.find(filter.value(), page), page -> requests.count(filter.value()));
        state.keepSortOf(rows);
        getContent().removeAll();
        tools.show(state, filter, export(filter));
        getContent().add(new PageHeader("Approvals"));
        if (permissions.approves()) {
            getContent().add(waiting);
        }
        if (signIn.needed()) {
            getContent().add(signIn.part("/" + RequestLink.PATH));
        }
        getContent().add(filter, tools, rows);
        refresh();
    }

    private void refresh() {
        if (permissions.approves()) {
            waiting.refresh();
        }
        rows.getDataProvider().refreshAll();
    }

    private ListColumns<ChangeRequest> addColumns() {
        rows.addComponentColumn(RequestLines::what)
                .setHeader("Request")
                .setKey("action")
                .setSortProperty("action")
                .setWidth("150px")
                .setFlexGrow(1);
        rows.addComponentColumn(RequestLines::source)
                .setHeader("Source")
                .setKey("source")
                .setSortProperty("source")
                .setWidth("200px")
                .setFlexGrow(2);
        var status = rows.addComponentColumn(permissions::pill)
                .setHeader("Status")
                .setKey("status")
                .setSortProperty("status")
                .setFlexGrow(0);
        rows.addComponentColumn(row -> PersonDisplay.of(row.requestedBy()))
                .setHeader("Asked by")
                .setKey("requestedBy")
                .setSortProperty("requestedBy")
                .setFlexGrow(1);
        rows.addComponentColumn(row -> TimeDisplay.span(row.requestedAt(), clock.instant()))
                .setHeader("Asked")
                .setKey("requestedAt")
                .setSortProperty("requestedAt")
                .setFlexGrow(0);
        rows.addComponentColumn(row -> RequestLines.expiresIn(row, clock.instant()))
                .setHeader("Expires in")
                .setKey("expiresAt")
                .setSortProperty("expiresAt")
                .setFlexGrow(0);
        rows.addComponentColumn(ApprovalsView::decidedBy)
                .setHeader("Decided by")
                .setKey("decidedBy")
                .setSortProperty("decidedBy")
                .setFlexGrow(1);
        rows.addColumn(row -> Amounts.number(row.devices()))
                .setHeader("Devices")
                .setKey("devices")
                .setSortProperty("devices")
                .setTextAlign(ColumnTextAlign.END)
                .setFlexGrow(0);
        rows.setEmptyStateComponent(new EmptyList(
                "No requests to show",
                "Nobody has asked for an action yet: open a suggestion and ask for one on its devices.",
                SuggestionLink.toAll("Suggestions")));
        rows.setPageSize(50);
        return ListColumns.of(rows).alsoWhenNarrow(status);
    }

    private static Component decidedBy(ChangeRequest request) {
        return request.decision() == null
                ? new Span()
                : PersonDisplay.of(request.decision().by());
    }

    private Component export(RequestFilterBar filter) {
        return CsvDownload.of(() -> requests.export(filter.value(), GridOrder.of(rows)), requests::export)
                .column("Number", ChangeRequest::id)
                .column("Request", ChangeRequest::title)
                .column("Action", row -> row.action().label())
                .column("Devices", ChangeRequest::devices)
                .column("Source", ChangeRequest::source)
                .column("Reason", ChangeRequest::reason)
                .column("Status", row -> row.status().label())
                .column("Problem", ChangeRequest::problem)
                .column("Asked by", row -> row.requestedBy().name())
                .column(
                        "Asked by (name)",
                        row -> PersonDisplay.realName(row.requestedBy()).orElse(null))
                .column("Asked (UTC)", ChangeRequest::requestedAt)
                .column("Expires (UTC)", ChangeRequest::expiresAt)
                .column(
                        "Decided by",
                        row -> row.decision() == null
                                ? null
                                : row.decision().by().name())
                .column(
                        "Decided by (name)",
                        row -> row.decision() == null
                                ? null
                                : PersonDisplay.realName(row.decision().by()).orElse(null))
                .column(
                        "Decided (UTC)",
                        row -> row.decision() == null ? null : row.decision().at())
                .column(
                        "Note",
                        row -> row.decision() == null ? null : row.decision().note())
                .column("Ended (UTC)", ChangeRequest::finishedAt)
                .link("approvals.csv");
    }
}
