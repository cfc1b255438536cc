package org.deviceoffboarding.base.ui.shell;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasElement;
import com.vaadin.flow.component.applayout.AppLayout;
import com.vaadin.flow.component.applayout.DrawerToggle;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.orderedlayout.Scroller;
import com.vaadin.flow.router.Layout;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import org.deviceoffboarding.base.Capability;
import org.deviceoffboarding.base.CurrentActor;
import org.deviceoffboarding.base.TenantProperties;
import org.deviceoffboarding.base.ui.PageHeader;
import org.deviceoffboarding.base.ui.keyboard.Shortcuts;
import org.deviceoffboarding.base.ui.search.SearchBox;

/**
 * The shell of every page: a line above everything where this is the demo tenant; the menu, with what the portal is
 * connected to and who is signed in; and the sections of features above what is shown.
 */
@Layout
@PermitAll
public class MainLayout extends AppLayout {

    private final Main page = new Main();

    MainLayout(
            TenantProperties tenant,
            TenantName tenantName,
            CurrentActor currentActor,
            PageMenu menu,
            List<ShellSection> sections,
            List<ShellTool> tools,
            PersonMenu personMenu,
            Shortcuts shortcuts) {
        page.setId("page");
        page.getElement().setAttribute("aria-labelledby", PageHeader.TITLE_ID);
        setPrimarySection(Section.NAVBAR);
        setI18n(new AppLayoutI18n().setDrawer("Menu"));
        Header top = new Header(new SkipLink(page));
        top.addClassName("shell-top");
        if (tenant.demo()) {
            top.add(new DemoBanner(tenantName.get()));
        }
        top.add(bar(tenantName.get(), tools));
        addToNavbar(top);
        addToDrawer(drawer(
                head(tenantName.get(), tools),
                search(currentActor.may(Capability.READ)),
                new Scroller(menu),
                personMenu));
        page.add(shortcuts, above(sections));
        setContent(page);
    }

    @Override
    public void showRouterLayoutContent(HasElement content) {
        page.getElement().appendChild(content.getElement());
    }

    @Override
    public void removeRouterLayoutContent(HasElement oldContent) {
        page.getElement().removeChild(oldContent.getElement());
    }

    private static Nav drawer(Component... content) {
        Nav drawer = new Nav(content);
        drawer.addClassName("shell-menu");
        drawer.setAriaLabel("Portal");
        return drawer;
    }

    private static Div search(boolean allowed) {
        Div search = new Div(new SearchBox(""));
        search.setVisible(allowed);
        search.addClassName("shell-search");
        search.getElement().setAttribute("role", "search");
        return search;
    }

    /** What stands above the page where the window is too narrow to show the menu beside it. */
    private static Div bar(String tenantName, List<ShellTool> tools) {
        DrawerToggle toggle = new DrawerToggle();
        toggle.setAriaLabel("Menu");
        Div bar = new Div(toggle, new ProductMark(tenantName));
        bar.addClassName("shell-bar");
        tools.forEach(tool -> bar.add(tool.create()));
        return bar;
    }

    private static Div head(String tenantName, List<ShellTool> tools) {
        Div head = new Div(new ProductMark(tenantName));
        head.addClassName("shell-head");
        tools.forEach(tool -> head.add(tool.create()));
        return head;
    }

    private static Div above(List<ShellSection> sections) {
        Div above = new Div();
        above.addClassName("shell-sections");
        sections.forEach(section -> above.add(section.create()));
        return above;
    }
}
