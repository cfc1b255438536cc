package org.deviceoffboarding.base.ui.keyboard;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.server.menu.MenuEntry;
import java.util.Map;
import java.util.function.Consumer;

/** Which keys lead where, and whether they do. */
class ShortcutsDialog extends Dialog {

    /**
     * @param on whether they are on
     * @param switched told when they are switched on or off
     */
    ShortcutsDialog(Map<Character, MenuEntry> pages, boolean on, Consumer<Boolean> switched) {
        setHeaderTitle("Keyboard shortcuts");
        DescriptionList keys = new DescriptionList();
        keys.addClassName("facts");
        add(keys, "?", "Show this list");
        add(keys, "/", "Search in the list that is shown, or everything");
        pages.forEach((letter, page) -> add(keys, "g, then " + letter, "Go to " + page.title()));
        add(keys, "Enter", "Open what a row is about; in a field of a dialog, press its blue button");
        add(keys, "Esc", "Close a dialog or a menu");
        Checkbox use = new Checkbox("Use these keys", on);
        use.setHelperText("They do nothing while you type into a field.");
        use.addValueChangeListener(changed -> switched.accept(changed.getValue()));
        add(keys, use);
        getFooter().add(new Button("Close", closed -> close()));
    }

    private static void add(DescriptionList keys, String key, String meaning) {
        keys.add(new DescriptionList.Term(key), new DescriptionList.Description(meaning));
    }
}
