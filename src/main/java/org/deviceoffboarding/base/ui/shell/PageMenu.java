package org.deviceoffboarding.base.ui.shell;

import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.Icon;
import com.vaadin.flow.component.sidenav.SideNav;
import com.vaadin.flow.component.sidenav.SideNavItem;
import com.vaadin.flow.server.menu.MenuConfiguration;
import com.vaadin.flow.server.menu.MenuEntry;
import com.vaadin.flow.spring.annotation.SpringComponent;
import com.vaadin.flow.spring.annotation.UIScope;
import java.util.List;
import org.deviceoffboarding.base.ui.Amounts;
import org.deviceoffboarding.base.ui.OpenPages;

/** The links to the pages that the person may open, with how much waits on each. */
@SpringComponent
@UIScope
class PageMenu extends SideNav {

    private final List<MenuCount> counts;
    private final OpenPages openPages;

    PageMenu(List<MenuCount> counts, OpenPages openPages) {
        this.counts = List.copyOf(counts);
        this.openPages = openPages;
        getElement().setAttribute("aria-label", "Pages");
        MenuConfiguration.getMenuEntries().forEach(entry -> addItem(item(entry)));
    }

    private SideNavItem item(MenuEntry entry) {
        SideNavItem item = new SideNavItem(entry.title(), entry.path());
        if (entry.icon() != null) {
            item.setPrefixComponent(new Icon(entry.icon()));
        }
        item.setMatchNested(!entry.path().isEmpty() && !"/".equals(entry.path()));
        counts.stream()
                .filter(count -> entry.path().replaceFirst("^/", "").equals(count.path()))
                .forEach(count -> item.setSuffixComponent(following(count)));
        return item;
    }

    private Span following(MenuCount count) {
        Span shown = new Span();
        shown.addClassName("menu-count");
        shown.addAttachListener(attached -> show(count, shown));
        openPages.follow(shown, count.changedBy(), () -> show(count, shown));
        return shown;
    }

    private static void show(MenuCount count, Span shown) {
        long now = count.now();
        Span word = new Span(" " + count.word());
        word.addClassName("visually-hidden");
        shown.removeAll();
        shown.add(new Span(Amounts.number(now)), word);
        shown.setVisible(now > 0);
    }
}
