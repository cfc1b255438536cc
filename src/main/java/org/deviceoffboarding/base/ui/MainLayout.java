package org.deviceoffboarding.base.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasElement;
import com.vaadin.flow.component.applayout.AppLayout;
import com.vaadin.flow.component.applayout.DrawerToggle;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.Icon;
import com.vaadin.flow.component.orderedlayout.Scroller;
import com.vaadin.flow.component.sidenav.SideNav;
import com.vaadin.flow.component.sidenav.SideNavItem;
import com.vaadin.flow.router.Layout;
import com.vaadin.flow.server.menu.MenuConfiguration;
import com.vaadin.flow.server.menu.MenuEntry;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import org.deviceoffboarding.base.TenantProperties;

/** The shell of every page: navigation, what the portal is connected to, who is signed in, and the sections of features. */
@Layout
@PermitAll
public class MainLayout extends AppLayout {

    private final Main page = new Main();

    MainLayout(TenantProperties tenant, List<ShellSection> sections, PersonMenu personMenu) {
        setPrimarySection(Section.DRAWER);
        addToDrawer(product(), new Scroller(navigation()));
        addToNavbar(toggle(), banner(tenant), personMenu);
        Div above = new Div();
        above.addClassName("shell-sections");
        sections.forEach(section -> above.add(section.create()));
        page.setId("page");
        page.add(above);
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

    private static Component toggle() {
        DrawerToggle toggle = new DrawerToggle();
        toggle.setAriaLabel("Menu");
        return toggle;
    }

    private static Component product() {
        Anchor home = new Anchor("", "Device Offboarding");
        home.addClassName("product");
        return home;
    }

    private static SideNav navigation() {
        SideNav navigation = new SideNav();
        navigation.getElement().setAttribute("aria-label", "Pages");
        MenuConfiguration.getMenuEntries().forEach(entry -> navigation.addItem(item(entry)));
        return navigation;
    }

    private static SideNavItem item(MenuEntry entry) {
        SideNavItem item = new SideNavItem(entry.title(), entry.path());
        if (entry.icon() != null) {
            item.setPrefixComponent(new Icon(entry.icon()));
        }
        item.setMatchNested(!entry.path().isEmpty() && !"/".equals(entry.path()));
        return item;
    }

    private static Component banner(TenantProperties tenant) {
        Div banner = new Div();
        banner.addClassName("banner");
        if (tenant.demo()) {
            Span word = new Span("Demo tenant");
            word.addClassName("banner-word");
            banner.add(word, new Span(" – nothing here reaches Microsoft."));
            banner.addClassName("banner-demo");
        }
        return banner;
    }
}
