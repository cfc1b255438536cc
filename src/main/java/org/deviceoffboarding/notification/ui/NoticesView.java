package org.deviceoffboarding.notification.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.deviceoffboarding.base.Capability;
import org.deviceoffboarding.base.InvisibleCharacters;
import org.deviceoffboarding.base.May;
import org.deviceoffboarding.base.ui.Notices;
import org.deviceoffboarding.base.ui.OpenPages;
import org.deviceoffboarding.base.ui.PageHeader;
import org.deviceoffboarding.base.ui.PersonDisplay;
import org.deviceoffboarding.base.ui.TableState;
import org.deviceoffboarding.base.ui.TimeDisplay;
import org.deviceoffboarding.base.ui.list.EmptyList;
import org.deviceoffboarding.base.ui.list.ListColumns;
import org.deviceoffboarding.base.ui.list.ListTools;
import org.deviceoffboarding.base.ui.list.Lists;
import org.deviceoffboarding.base.ui.subject.SubjectPage;
import org.deviceoffboarding.base.ui.subject.Subjects;
import org.deviceoffboarding.notification.NoticeLinks;
import org.deviceoffboarding.notification.NoticesTold;
import org.deviceoffboarding.notification.StoredNotice;
import org.deviceoffboarding.notification.inbox.InboxFilter;
import org.deviceoffboarding.notification.inbox.InboxService;
import org.deviceoffboarding.notification.inbox.ToldNotice;
import org.springframework.data.domain.PageRequest;

/** What the person signed in was told, why, and what it is about. The address of one notice leads on to that. */
@Route(NoticesView.PATH)
@PageTitle("Notices")
@May(Capability.READ)
class NoticesView extends Composite<Div> implements BeforeEnterObserver {

    static final String PATH = "notices";

    private static final String OPEN = "open";

    private final transient InboxService inbox;
    private final transient Subjects subjects;
    private final transient Clock clock;
    private final Grid<ToldNotice> rows = new Grid<>();
    private final ListTools tools;
    private final Button readAll = new Button("Mark all as read", click -> markAllRead());

    NoticesView(InboxService inbox, Subjects subjects, Lists lists, OpenPages openPages, Clock clock) {
        this.inbox = inbox;
        this.subjects = subjects;
        this.clock = clock;
        getContent().addClassNames("page-content", "page-table");
        tools = lists.of("notices", "notice", "notices", rows, addColumns());
        openPages.follow(getContent(), NoticesTold.class, this::refresh);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        Optional<Long> opened = event.getLocation()
                .getQueryParameters()
                .getSingleParameter(OPEN)
                .filter(number -> number.matches("[1-9]\\d{0,17}"))
                .map(Long::valueOf);
        Optional<StoredNotice> notice = opened.flatMap(inbox::open);
        Optional<SubjectPage> page = notice.map(StoredNotice::subject).flatMap(subjects::page);
        if (page.isPresent()) {
            forward(event, page.get().address());
            return;
        }
        if (opened.isPresent()) {
            Notices.info(
                    notice.isPresent()
                            ? "What this notice is about has no page any more."
                            : "This notice is not kept any more, or its address was mistyped.");
        }
        show(TableState.entering(event));
    }

    private static void forward(BeforeEnterEvent event, String address) {
        int query = address.indexOf('?');
        event.forwardTo(
                query < 0 ? address : address.substring(0, query),
                query < 0 ? QueryParameters.empty() : QueryParameters.fromString(address.substring(query + 1)));
    }

    private void show(TableState state) {
        NoticeFilterBar filter = new NoticeFilterBar(state, this::refresh);
        rows.setItemsPageable(page -> inbox.find(filter.value(), page), page -> inbox.count(filter.value()));
        state.keepSortOf(rows);
        tools.show(state, filter, null);
        getContent().removeAll();
        getContent()
                .add(
                        new PageHeader("Notices")
                                .withActions(new Anchor(ChoicesView.PATH, "Choose what you are told"), readAll),
                        filter,
                        tools,
                        rows);
        showNew();
    }

    private ListColumns<ToldNotice> addColumns() {
        rows.addComponentColumn(this::first)
                .setHeader("Notice")
                .setKey("sentence")
                .setSortProperty("sentence")
                .setWidth("200px")
                .setFlexGrow(4);
        rows.addColumn(row -> row.notice().kind().label())
                .setHeader("About")
                .setKey("kind")
                .setSortProperty("kind")
                .setWidth("170px")
                .setFlexGrow(1);
        rows.addComponentColumn(row -> wrapped(row.reason()))
                .setHeader("Why you get it")
                .setKey("reason")
                .setWidth("180px")
                .setFlexGrow(2);
        rows.addComponentColumn(row -> PersonDisplay.of(row.notice().actor()))
                .setHeader("Who")
                .setKey("actor")
                .setFlexGrow(1);
        var told = rows.addComponentColumn(row -> TimeDisplay.span(row.notice().toldAt(), clock.instant()))
                .setHeader("Told")
                .setKey("toldAt")
                .setSortProperty("toldAt")
                .setFlexGrow(0);
        rows.addComponentColumn(this::marking)
                .setHeader("Actions")
                .setKey("actions")
                .setWidth("150px")
                .setFlexGrow(0);
        rows.setEmptyStateComponent(new EmptyList(
                "No notices to show", "You are told here of what concerns you; what that is, you choose yourself."));
        rows.setPageSize(50);
        rows.addClassName("fill");
        return ListColumns.of(rows).alsoWhenNarrow(told);
    }

    private Component marking(ToldNotice row) {
        if (!row.isNew()) {
            return new Span();
        }
        Button mark = new Button("Mark as read", click -> {
            inbox.markRead(row.notice().id());
            refresh();
        });
        mark.addThemeVariants(ButtonVariant.TERTIARY, ButtonVariant.SMALL);
        return mark;
    }

    /** Where the page is narrow, why one gets it and what can be done with it stand below the sentence. */
    private Component first(ToldNotice row) {
        Div below = new Div(wrapped(row.reason()), marking(row));
        below.addClassName("notice-below");
        Div both = new Div(sentence(row), below);
        both.addClassName("wrap");
        return both;
    }

    private static Component sentence(ToldNotice row) {
        Anchor link = new Anchor(
                NoticeLinks.OPEN + row.notice().id(),
                InvisibleCharacters.shown(row.notice().sentence()));
        link.addClassName("wrap");
        if (!row.isNew()) {
            return link;
        }
        link.addClassName("notice-new");
        Span mark = new Span("New: ");
        mark.addClassName("visually-hidden");
        Span both = new Span(mark, link);
        both.addClassName("wrap");
        return both;
    }

    private static Span wrapped(String text) {
        Span span = new Span(text);
        span.addClassName("wrap");
        return span;
    }

    private void refresh() {
        rows.getDataProvider().refreshAll();
        showNew();
    }

    private void showNew() {
        readAll.setEnabled(inbox.countNew() > 0);
    }

    /** What comes at this moment stays new. */
    private void markAllRead() {
        List<ToldNotice> newest = inbox.find(new InboxFilter("", null, true), PageRequest.of(0, 1));
        newest.forEach(told -> inbox.markAllRead(told.notice().id()));
        refresh();
    }
}
