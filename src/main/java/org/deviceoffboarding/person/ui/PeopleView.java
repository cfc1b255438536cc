package org.deviceoffboarding.person.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import java.time.Clock;
import java.util.Optional;
import org.deviceoffboarding.base.Actor;
import org.deviceoffboarding.base.Capability;
import org.deviceoffboarding.base.May;
import org.deviceoffboarding.base.Roles;
import org.deviceoffboarding.base.ui.Callout;
import org.deviceoffboarding.base.ui.EmptyState;
import org.deviceoffboarding.base.ui.GridOrder;
import org.deviceoffboarding.base.ui.OpenPages;
import org.deviceoffboarding.base.ui.PageHeader;
import org.deviceoffboarding.base.ui.PersonDisplay;
import org.deviceoffboarding.base.ui.Pill;
import org.deviceoffboarding.base.ui.SettingsTabs;
import org.deviceoffboarding.base.ui.TableState;
import org.deviceoffboarding.base.ui.TimeDisplay;
import org.deviceoffboarding.base.ui.list.ListColumns;
import org.deviceoffboarding.base.ui.list.ListTools;
import org.deviceoffboarding.base.ui.list.Lists;
import org.deviceoffboarding.base.ui.transfer.CsvDownload;
import org.deviceoffboarding.person.KnownPerson;
import org.deviceoffboarding.person.PeopleChanged;
import org.deviceoffboarding.person.PeopleService;
import org.deviceoffboarding.person.assignment.AssignmentReading;
import org.deviceoffboarding.person.assignment.AssignmentService;

/** Who signed in to the portal, with which roles, and when. */
@Route(PeopleView.PATH)
@PageTitle("People")
@May(Capability.SEE_PEOPLE)
class PeopleView extends Composite<Div> implements BeforeEnterObserver {

    static final String PATH = "settings/people";

    private final transient PeopleService people;
    private final transient AssignmentService assignments;
    private final transient SettingsTabs tabs;
    private final transient Clock clock;
    private final Grid<KnownPerson> rows = new Grid<>();
    private final ListTools list;
    private final Div read = new Div();

    PeopleView(
            PeopleService people,
            AssignmentService assignments,
            SettingsTabs tabs,
            Lists lists,
            OpenPages openPages,
            Clock clock) {
        this.assignments = assignments;
        this.people = people;
        this.tabs = tabs;
        this.clock = clock;
        getContent().addClassNames("page-content", "page-table");
        openPages.follow(getContent(), PeopleChanged.class, this::refresh);
        list = lists.of("people", "person", "people", rows, addColumns());
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        TableState state = TableState.entering(event);
        PeopleFilterBar filter =
                new PeopleFilterBar(state, () -> rows.getDataProvider().refreshAll());
        list.fill(rows, page -> people.find(filter.value(), page), page -> people.count(filter.value()));
        state.keepSortOf(rows);
        list.show(state, filter, export(filter));
        Button readAgain = new Button("Read assignments", click -> readNow());
        getContent().removeAll();
        getContent()
                .add(
                        tabs.on(PATH),
                        new PageHeader("People").withActions(readAgain),
                        new Paragraph("Who signed in, as your tenant described them last: at the sign-in, and every few"
                                + " minutes while they are signed in. Roles are given and taken in Entra, not here."),
                        read,
                        filter,
                        list,
                        rows);
        showReading();
    }

    private void refresh() {
        rows.getDataProvider().refreshAll();
        showReading();
    }

    private void showReading() {
        Optional<AssignmentReading> latest = assignments.latest();
        read.removeAll();
        read.add(new Paragraph(latest.map(AssignmentReading::readAt)
                .map(at -> "To whom Entra assigns roles was read "
                        + TimeDisplay.shortly(at, clock.instant(), TimeDisplay.zone()) + ".")
                .orElse("To whom Entra assigns roles was not read yet: only who signed in is known.")));
        latest.map(AssignmentReading::problem).ifPresent(problem -> read.add(Callout.attention(problem)));
    }

    private void readNow() {
        assignments.readNow();
        refresh();
    }

    private ListColumns<KnownPerson> addColumns() {
        rows.addComponentColumn(PeopleView::person)
                .setHeader("Name")
                .setKey("name")
                .setSortProperty("name")
                .setFlexGrow(2);
        rows.addColumn(KnownPerson::userPrincipalName)
                .setHeader("User principal name")
                .setKey("userPrincipalName")
                .setSortProperty("userPrincipalName")
                .setFlexGrow(2);
        rows.addColumn(KnownPerson::mail)
                .setHeader("Mail")
                .setKey("mail")
                .setSortProperty("mail")
                .setFlexGrow(2);
        var roles = rows.addComponentColumn(PeopleView::roles)
                .setHeader("Roles")
                .setKey("roles")
                .setSortProperty("roles")
                .setFlexGrow(1);
        rows.addComponentColumn(row -> TimeDisplay.span(row.lastSignInAt(), clock.instant()))
                .setHeader("Last sign-in")
                .setKey("lastSignInAt")
                .setSortProperty("lastSignInAt")
                .setFlexGrow(0);
        rows.addComponentColumn(row -> TimeDisplay.span(row.rolesReadAt(), clock.instant()))
                .setHeader("Roles read")
                .setKey("rolesReadAt")
                .setSortProperty("rolesReadAt")
                .setFlexGrow(0);
        rows.setEmptyStateComponent(new EmptyState("Nobody to show", "Clear the search and the filter."));
        rows.setPageSize(50);
        rows.addClassName("fill");
        return ListColumns.of(rows).alsoWhenNarrow(roles);
    }

    private static Component person(KnownPerson row) {
        return row.lastSignInAt() == null
                ? new Span(row.shownName())
                : PersonDisplay.of(new Actor(row.id(), String.valueOf(row.userPrincipalName())));
    }

    private static Component roles(KnownPerson row) {
        if (row.refusedAt() != null && row.roles().isEmpty()) {
            return Pill.neutral("Sign-in no longer accepted");
        }
        if (row.unassigned()) {
            return Pill.neutral("No longer assigned");
        }
        Span roles = new Span(Roles.labels(row.roles())
                + (row.groups().isEmpty() ? "" : " by the group " + String.join(", ", row.groups())));
        roles.addClassName("wrap");
        return row.roles().isEmpty() ? Pill.neutral("No role") : roles;
    }

    private Component export(PeopleFilterBar filter) {
        return CsvDownload.of(() -> people.export(filter.value(), GridOrder.of(rows)), people::export)
                .column("Name", KnownPerson::name)
                .column("User principal name", KnownPerson::userPrincipalName)
                .column("Mail", KnownPerson::mail)
                .column("Person ID", KnownPerson::id)
                .column("Roles", row -> Roles.labels(row.roles()))
                .column("First sign-in (UTC)", KnownPerson::firstSignInAt)
                .column("Last sign-in (UTC)", KnownPerson::lastSignInAt)
                .column("Roles read (UTC)", KnownPerson::rolesReadAt)
                .column("Sign-in refused since (UTC)", KnownPerson::refusedAt)
                .link("people.csv");
    }
}
