package org.deviceoffboarding.person.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import org.deviceoffboarding.base.Actor;
import org.deviceoffboarding.base.Roles;
import org.deviceoffboarding.base.ui.CsvDownload;
import org.deviceoffboarding.base.ui.EmptyState;
import org.deviceoffboarding.base.ui.NarrowColumns;
import org.deviceoffboarding.base.ui.OpenPages;
import org.deviceoffboarding.base.ui.PageHeader;
import org.deviceoffboarding.base.ui.PersonDisplay;
import org.deviceoffboarding.base.ui.Pill;
import org.deviceoffboarding.base.ui.SettingsTabs;
import org.deviceoffboarding.base.ui.TableState;
import org.deviceoffboarding.base.ui.TimeDisplay;
import org.deviceoffboarding.person.KnownPerson;
import org.deviceoffboarding.person.PeopleChanged;
import org.deviceoffboarding.person.PeopleService;

/** Who signed in to the portal, with which roles, and when. */
@Route(PeopleView.PATH)
@PageTitle("People")
@RolesAllowed(Roles.OWNER)
class PeopleView extends Composite<Div> implements BeforeEnterObserver {

    static final String PATH = "settings/people";

    private final transient PeopleService people;
    private final transient SettingsTabs tabs;
    private final transient Clock clock;
    private final Grid<KnownPerson> rows = new Grid<>();

    PeopleView(PeopleService people, SettingsTabs tabs, OpenPages openPages, Clock clock) {
        this.people = people;
        this.tabs = tabs;
        this.clock = clock;
        getContent().addClassNames("page-content", "page-table");
        openPages.follow(
                getContent(), PeopleChanged.class, () -> rows.getDataProvider().refreshAll());
        addColumns();
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        TableState state = TableState.entering(event);
        PeopleFilterBar filter =
                new PeopleFilterBar(state, () -> rows.getDataProvider().refreshAll());
        rows.setItemsPageable(page -> people.find(filter.value(), page), page -> people.count(filter.value()));
        state.keepSortOf(rows);
        getContent().removeAll();
        getContent()
                .add(
                        tabs.on(PATH),
                        new PageHeader("People").withActions(export(filter)),
                        new Paragraph("Who signed in, as your tenant described them last: at the sign-in, and every few"
                                + " minutes while they are signed in. Roles are given and taken in Entra, not here."),
                        filter,
                        rows);
    }

    private void addColumns() {
        rows.addComponentColumn(PeopleView::person)
                .setHeader("Name")
                .setKey("name")
                .setSortProperty("name")
                .setFlexGrow(2);
        var userPrincipalName = rows.addColumn(KnownPerson::userPrincipalName)
                .setHeader("User principal name")
                .setKey("userPrincipalName")
                .setSortProperty("userPrincipalName")
                .setFlexGrow(2);
        var mail = rows.addColumn(KnownPerson::mail)
                .setHeader("Mail")
                .setKey("mail")
                .setSortProperty("mail")
                .setFlexGrow(2);
        rows.addComponentColumn(PeopleView::roles).setHeader("Roles").setFlexGrow(1);
        var last = rows.addComponentColumn(row -> TimeDisplay.span(row.lastSignInAt(), clock.instant()))
                .setHeader("Last sign-in")
                .setKey("lastSignInAt")
                .setSortProperty("lastSignInAt")
                .setWidth("140px")
                .setFlexGrow(0);
        var read = rows.addComponentColumn(row -> TimeDisplay.span(row.rolesReadAt(), clock.instant()))
                .setHeader("Roles read")
                .setWidth("140px")
                .setFlexGrow(0);
        NarrowColumns.hideWhenNarrow(rows, userPrincipalName, mail, last, read);
        rows.setEmptyStateComponent(new EmptyState("Nobody to show", "Clear the search and the filter."));
        rows.setPageSize(50);
        rows.addClassName("fill");
    }

    private static Component person(KnownPerson row) {
        return PersonDisplay.of(new Actor(row.id(), row.userPrincipalName()));
    }

    private static Component roles(KnownPerson row) {
        if (row.refusedAt() != null) {
            return Pill.neutral("Sign-in no longer accepted");
        }
        return row.roles().isEmpty() ? Pill.neutral("No role") : new Span(Roles.labels(row.roles()));
    }

    private Component export(PeopleFilterBar filter) {
        return CsvDownload.<KnownPerson>of(page -> people.find(filter.value(), page))
                .column("Name", KnownPerson::name)
                .column("User principal name", KnownPerson::userPrincipalName)
                .column("Mail", KnownPerson::mail)
                .column("Person ID", KnownPerson::id)
                .column("Roles", row -> row.refusedAt() == null ? Roles.labels(row.roles()) : "")
                .column("First sign-in (UTC)", KnownPerson::firstSignInAt)
                .column("Last sign-in (UTC)", KnownPerson::lastSignInAt)
                .column("Roles read (UTC)", KnownPerson::rolesReadAt)
                .column("Sign-in refused since (UTC)", KnownPerson::refusedAt)
                .link("people.csv");
    }
}
