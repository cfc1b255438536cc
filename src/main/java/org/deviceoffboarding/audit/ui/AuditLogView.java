package org.deviceoffboarding.audit.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import java.util.List;
import org.deviceoffboarding.audit.AuditLogGrown;
import org.deviceoffboarding.audit.reading.AuditEntry;
import org.deviceoffboarding.audit.reading.AuditListing;
import org.deviceoffboarding.audit.reading.AuditLogService;
import org.deviceoffboarding.audit.reading.AuditPart;
import org.deviceoffboarding.audit.seal.SealService;
import org.deviceoffboarding.base.Capability;
import org.deviceoffboarding.base.CurrentActor;
import org.deviceoffboarding.base.May;
import org.deviceoffboarding.base.listing.RowCount;
import org.deviceoffboarding.base.ui.Notices;
import org.deviceoffboarding.base.ui.OpenPages;
import org.deviceoffboarding.base.ui.PageHeader;
import org.deviceoffboarding.base.ui.PersonDisplay;
import org.deviceoffboarding.base.ui.TableState;
import org.deviceoffboarding.base.ui.keyboard.Focus;
import org.deviceoffboarding.base.ui.list.EmptyList;
import org.deviceoffboarding.base.ui.list.ListColumns;
import org.deviceoffboarding.base.ui.list.ListTools;
import org.deviceoffboarding.base.ui.list.Lists;
import org.springframework.data.domain.Pageable;

/** Who did what and when, the newest first. */
@Route(AuditLink.PATH)
@PageTitle("Audit log")
@Menu(order = 80, title = "Audit log", icon = "vaadin:book")
@May(Capability.READ)
class AuditLogView extends Composite<Div> implements BeforeEnterObserver {

    private final transient AuditLogService auditLog;
    private final transient CurrentActor currentActor;
    private final transient SealService seals;
    private final transient AuditExports exports;
    private final transient EntryCells cells;
    private final transient ActionLabels labels;
    private final transient KeptPlaces places = new KeptPlaces();
    private final NewEntries newEntries = new NewEntries(this::showNewest);
    private final VerificationPanel proof;
    private final Grid<AuditEntry> rows = new Grid<>();
    private final ListTools tools;

    AuditLogView(
            AuditLogService auditLog,
            CurrentActor currentActor,
            SealService seals,
            AuditExports exports,
            EntryCells cells,
            ActionLabels labels,
            VerificationPanel proof,
            OpenPages openPages,
            Lists lists) {
        this.auditLog = auditLog;
        this.currentActor = currentActor;
        this.seals = seals;
        this.exports = exports;
        this.cells = cells;
        this.labels = labels;
        this.proof = proof;
        getContent().addClassNames("page-content", "page-table");
        tools = lists.of("audit", "entry", "entries", rows, addColumns());
        tools.addBeside(newEntries);
        openPages.follow(newEntries, AuditLogGrown.class, newEntries::look);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        List<String> locked = seals.locked();
        if (locked.isEmpty()) {
            show(event);
        } else {
            getContent().removeAll();
            getContent().add(new PageHeader("Audit log"), new LockedLog(locked));
        }
    }

    private void show(BeforeEnterEvent event) {
        TableState state = TableState.entering(event);
        AuditFilterBar filter = new AuditFilterBar(
                state,
                auditLog.actors(),
                auditLog.actions(),
                labels,
                () -> rows.getDataProvider().refreshAll());
        tools.fill(rows, page -> find(filter, page), () -> countAnew(filter), () -> auditLog.count(filter.value()));
        newEntries.follow(since -> auditLog.growth(filter.value(), since, NewEntries.COUNTED + 1));
        beginAnew();
        rows.getDataProvider().addDataProviderListener(change -> beginAnew());
        state.keepSortOf(rows);
        tools.show(state, filter, currentActor.may(Capability.EXPORT_AUDIT_LOG) ? exports.links(filter::value) : null);
        getContent().removeAll();
        NativeDetails proved = new NativeDetails("How far the log is proved", proof);
        proved.addClassName("log-proof");
        getContent().add(new PageHeader("Audit log").withActions(copyLink()), proved, filter, tools, rows);
    }

    private List<AuditEntry> find(AuditFilterBar filter, Pageable page) {
        AuditPart part = places.part(page);
        List<AuditEntry> found = places.areNone() ? listAnew(filter, part) : auditLog.find(filter.value(), part);
        places.keep(page, found);
        return found;
    }

    /** A list of nothing is not read: what comes to it is new, too. */
    private RowCount countAnew(AuditFilterBar filter) {
        if (!newEntries.isFollowed()) {
            newEntries.seen(auditLog.end());
        }
        return auditLog.roughly(filter.value());
    }

    private List<AuditEntry> listAnew(AuditFilterBar filter, AuditPart part) {
        AuditListing listing = auditLog.list(filter.value(), part);
        newEntries.seen(listing.end());
        return listing.entries();
    }

    private void beginAnew() {
        places.clear();
        newEntries.hide();
    }

    private void showNewest() {
        rows.getDataProvider().refreshAll();
        rows.scrollToStart();
        Focus.on(rows);
    }

    private static Button copyLink() {
        Button copy = new Button("Copy link", VaadinIcon.LINK.create());
        copy.setTooltipText("Copy the address of what is listed, with all filters");
        copy.addClickListener(click -> {
            copy.getElement().executeJs("navigator.clipboard && navigator.clipboard.writeText(window.location.href)");
            Notices.info("Link copied");
        });
        return copy;
    }

    private ListColumns<AuditEntry> addColumns() {
        rows.addComponentColumn(cells::time)
                .setHeader("Time")
                .setKey("at")
                .setSortProperty("at")
                .setWidth("136px")
                .setFlexGrow(0);
        var what = rows.addComponentColumn(cells::what)
                .setHeader("What")
                .setKey("summary")
                .setWidth("260px")
                .setFlexGrow(3);
        rows.addComponentColumn(entry -> PersonDisplay.of(entry.actor()))
                .setHeader("Who")
                .setKey("actor")
                .setFlexGrow(1);
        rows.addColumn(entry -> labels.label(entry.action()))
                .setHeader("Action")
                .setKey("action")
                .setFlexGrow(1);
        rows.addComponentColumn(entry -> new ResultMark(entry.result()))
                .setHeader("Result")
                .setKey("result")
                .setFlexGrow(0);
        rows.addComponentColumn(cells::about)
                .setHeader("About")
                .setKey("subject")
                .setFlexGrow(1);
        var number = rows.addColumn(AuditEntry::number)
                .setHeader("Number")
                .setKey("number")
                .setFlexGrow(0);
        rows.setEmptyStateComponent(
                new EmptyList("No entries", "Everything that is done here, or that the portal does, has its entry."));
        rows.setPageSize(50);
        rows.addClassName("fill");
        return ListColumns.of(rows).alsoWhenNarrow(what).hiddenAtFirst(number);
    }
}
