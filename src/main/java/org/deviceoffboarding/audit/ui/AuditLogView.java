package org.deviceoffboarding.audit.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import java.time.Clock;
import java.util.OptionalLong;
import org.deviceoffboarding.audit.reading.AuditEntry;
import org.deviceoffboarding.audit.reading.AuditLogService;
import org.deviceoffboarding.base.Capability;
import org.deviceoffboarding.base.CurrentActor;
import org.deviceoffboarding.base.May;
import org.deviceoffboarding.base.ui.EmptyState;
import org.deviceoffboarding.base.ui.GridOrder;
import org.deviceoffboarding.base.ui.Notices;
import org.deviceoffboarding.base.ui.PageHeader;
import org.deviceoffboarding.base.ui.PersonDisplay;
import org.deviceoffboarding.base.ui.TableState;
import org.deviceoffboarding.base.ui.TimeDisplay;
import org.deviceoffboarding.base.ui.list.ListColumns;
import org.deviceoffboarding.base.ui.list.ListTools;
import org.deviceoffboarding.base.ui.list.Lists;
import org.deviceoffboarding.base.ui.transfer.CsvDownload;
import org.deviceoffboarding.base.ui.whole.LongText;

/** Who did what and when, with the proof that nobody changed it since. */
@Route(AuditLink.PATH)
@PageTitle("Audit log")
@Menu(order = 80, title = "Audit log", icon = "vaadin:book")
@May(Capability.READ)
class AuditLogView extends Composite<Div> implements BeforeEnterObserver {

    private final transient AuditLogService auditLog;
    private final transient CurrentActor currentActor;
    private final transient Clock clock;
    private final Grid<AuditEntry> rows = new Grid<>();
    private final ListTools tools;

    AuditLogView(AuditLogService auditLog, CurrentActor currentActor, Lists lists, Clock clock) {
        this.auditLog = auditLog;
        this.currentActor = currentActor;
        this.clock = clock;
        getContent().addClassNames("page-content", "page-table");
        tools = lists.of("audit", "entry", "entries", rows, addColumns());
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        TableState state = TableState.entering(event);
        AuditFilterBar filter = new AuditFilterBar(
                state,
                auditLog.actors(),
                auditLog.actions(),
                () -> rows.getDataProvider().refreshAll());
        tools.fill(
                rows,
                page -> auditLog.find(filter.value(), page),
                () -> auditLog.roughly(filter.value()),
                () -> auditLog.count(filter.value()));
        state.keepSortOf(rows);
        tools.show(state, filter, currentActor.may(Capability.EXPORT_AUDIT_LOG) ? export(filter) : null);
        getContent().removeAll();
        getContent().add(header(), filter, tools, rows);
    }

    private Component header() {
        return new PageHeader("Audit log").withActions(new Button("Verify", click -> verify()));
    }

    private Component export(AuditFilterBar filter) {
        return CsvDownload.of(() -> auditLog.export(filter.value(), GridOrder.of(rows)), auditLog::export)
                .needing(Capability.EXPORT_AUDIT_LOG)
                .column("Number", AuditEntry::id)
                .column("Time (UTC)", AuditEntry::at)
                .column("Person", entry -> entry.actor().name())
                .column("Name", entry -> PersonDisplay.realName(entry.actor()).orElse(null))
                .column("Person ID", entry -> entry.actor().id())
                .column("Action", AuditEntry::action)
                .column("Subject", AuditEntry::subject)
                .column("Summary", AuditEntry::summary)
                .link("audit-log.csv");
    }

    private ListColumns<AuditEntry> addColumns() {
        rows.addComponentColumn(entry -> TimeDisplay.span(entry.at(), clock.instant()))
                .setHeader("Time")
                .setKey("at")
                .setSortProperty("at")
                .setFlexGrow(0);
        var what = rows.addComponentColumn(AuditLogView::whatHappened)
                .setHeader("What")
                .setKey("summary")
                .setSortProperty("summary")
                .setWidth("260px")
                .setFlexGrow(3);
        rows.addComponentColumn(entry -> PersonDisplay.of(entry.actor()))
                .setHeader("Who")
                .setKey("actor")
                .setSortProperty("actor")
                .setFlexGrow(1);
        rows.addColumn(AuditEntry::action)
                .setHeader("Action")
                .setKey("action")
                .setSortProperty("action")
                .setFlexGrow(0);
        rows.setEmptyStateComponent(new EmptyState("No entries match", "Widen the time or clear a filter."));
        rows.setPageSize(50);
        rows.addClassName("fill");
        return ListColumns.of(rows).alsoWhenNarrow(what);
    }

    private static Component whatHappened(AuditEntry entry) {
        Span who = new Span(PersonDisplay.name(entry.actor()) + " · " + entry.action());
        who.addClassNames("dim", "second-line");
        Div both = new Div(new LongText(entry.summary(), "entry"), who);
        both.addClassName("two-lines");
        return both;
    }

    private void verify() {
        OptionalLong changed = auditLog.firstChangedEntry();
        if (changed.isPresent()) {
            Notices.problem("Entry " + changed.getAsLong() + " is not as it was written: someone changed the database."
                    + " Compare it with a backup or an export.");
        } else {
            Notices.info("All entries are as they were written.");
        }
    }
}
