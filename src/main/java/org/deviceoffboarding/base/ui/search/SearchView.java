package org.deviceoffboarding.base.ui.search;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import java.util.List;
import org.deviceoffboarding.base.Capability;
import org.deviceoffboarding.base.May;
import org.deviceoffboarding.base.TextLimits;
import org.deviceoffboarding.base.ui.Amounts;
import org.deviceoffboarding.base.ui.EmptyState;
import org.deviceoffboarding.base.ui.PageHeader;
import org.deviceoffboarding.base.ui.Section;

/** What was found anywhere in the portal, as of the moment that it was searched for. */
@Route(SearchBox.PATH)
@PageTitle("Search")
@May(Capability.READ)
class SearchView extends Composite<Div> implements BeforeEnterObserver {

    private static final int MOST = 10;
    private static final int MOST_IN_TITLE = 60;

    private final List<SearchSource> sources;

    SearchView(List<SearchSource> sources) {
        this.sources = sources;
        getContent().addClassName("page-content");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        String text = event.getLocation()
                .getQueryParameters()
                .getSingleParameter(SearchBox.TEXT)
                .orElse("")
                .strip();
        getContent().removeAll();
        getContent()
                .add(
                        new PageHeader(
                                text.isEmpty()
                                        ? "Search"
                                        : "Search for “" + TextLimits.shorten(text, MOST_IN_TITLE) + "”"),
                        new SearchBox(text));
        if (!text.isEmpty()) {
            show(text);
        }
    }

    private void show(String text) {
        List<Findings> found = sources.stream()
                .map(source -> source.find(text, MOST))
                .filter(findings -> findings.all() > 0)
                .toList();
        found.forEach(findings -> getContent().add(section(findings)));
        if (found.isEmpty()) {
            getContent()
                    .add(new EmptyState(
                            "Nothing was found",
                            "Search for what a name, a user or a serial number begins with, for a whole ID, or for the number of a"
                                    + " request. What no run has read yet is not found."));
        }
    }

    private static Section section(Findings findings) {
        UnorderedList list = new UnorderedList();
        list.addClassName("plain-list");
        findings.first().forEach(found -> list.add(line(found)));
        Section section = new Section(findings.title() + " (" + Amounts.number(findings.all()) + ")", list);
        if (findings.all() > findings.first().size()) {
            section.add(new Paragraph(new Anchor(findings.list(), "Show all " + Amounts.number(findings.all()))));
        }
        return section;
    }

    private static ListItem line(Findings.Found found) {
        Span about = new Span(found.about());
        about.addClassNames("dim", "wrap");
        Div both = new Div(new Anchor(found.path(), found.name()), about);
        both.addClassName("two-lines");
        return new ListItem(both);
    }
}
