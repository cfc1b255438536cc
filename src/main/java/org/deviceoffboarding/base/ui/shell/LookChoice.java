package org.deviceoffboarding.base.ui.shell;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.contextmenu.MenuItem;
import com.vaadin.flow.component.contextmenu.SubMenu;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import org.deviceoffboarding.base.Look;
import org.deviceoffboarding.base.ui.OpenPages;

/** The looks to choose from, with a tick at the one that is chosen. */
class LookChoice {

    private final Looks looks;
    private final Map<Look, MenuItem> items = new EnumMap<>(Look.class);

    LookChoice(Looks looks) {
        this.looks = looks;
    }

    /** Adds them to a menu that shows what is chosen in any window of the person. */
    void addTo(SubMenu menu, Component shownIn, OpenPages openPages) {
        Arrays.stream(Look.values()).forEach(look -> {
            MenuItem item = menu.addItem(look.label(), click -> choose(look));
            item.setCheckable(true);
            items.put(look, item);
        });
        tick(looks.chosen());
        openPages.follow(shownIn, LookChosen.class, () -> {
            Looks.show(looks.chosen());
            tick(looks.chosen());
        });
    }

    private void choose(Look look) {
        looks.choose(look);
        tick(look);
    }

    private void tick(Look chosen) {
        items.forEach((look, item) -> item.setChecked(look == chosen));
    }
}
