package org.deviceoffboarding.base.ui.list;

import com.vaadin.flow.component.grid.Grid;
import org.deviceoffboarding.base.Capability;
import org.deviceoffboarding.base.CurrentActor;
import org.deviceoffboarding.base.Preferences;
import org.deviceoffboarding.base.SavedViews;
import org.deviceoffboarding.base.SavedViewsChanged;
import org.deviceoffboarding.base.ui.OpenPages;
import org.springframework.stereotype.Component;

/** Makes what all lists of the portal have in common: views, columns, count, download. */
@Component
public class Lists {

    private final Preferences preferences;
    private final SavedViews views;
    private final CurrentActor currentActor;
    private final OpenPages openPages;

    Lists(Preferences preferences, SavedViews views, CurrentActor currentActor, OpenPages openPages) {
        this.preferences = preferences;
        this.views = views;
        this.currentActor = currentActor;
        this.openPages = openPages;
    }

    /**
     * Returns the tools of a list; its columns are as the person signed in left them, or as the saved view that is looked at has them.
     *
     * @param list under which name views and columns are kept
     * @param one what one row is, such as "device"
     * @param many what several are
     */
    public <T> ListTools of(String list, String one, String many, Grid<T> grid, ListColumns<T> columns) {
        OwnColumns own = new OwnColumns(list, preferences, columns);
        ViewsMenu menu = new ViewsMenu(list, views, currentActor.may(Capability.SHARE_VIEWS), columns, own);
        ListTools tools = new ListTools(one, many, grid, columns, menu);
        openPages.follow(tools, SavedViewsChanged.class, tools::leaveRemovedView);
        return tools;
    }
}
