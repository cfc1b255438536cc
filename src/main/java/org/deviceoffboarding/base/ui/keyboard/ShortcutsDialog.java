package org.deviceoffboarding.base.ui.keyboard;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.server.menu.MenuEntry;
import java.util.Map;
import java.util.function.Consumer;
import org.deviceoffboarding.base.ui.Facts;

/** Which keys lead where, and whether they do. */
class ShortcutsDialog extends Dialog {

    /**
     * @param on whether they are on
     * @param switched told when they are switched on or off
     */
    ShortcutsDialog(Map<Character, MenuEntry> pages, boolean on, Consumer<Boolean> switched) {
        setHeaderTitle("Keyboard shortcuts");
        Facts keys = new Facts();
        keys.with("?", new Span("Show this list"));
        keys.with("/", new Span("Search in the list that is shown, or everything"));
        pages.forEach((letter, page) -> keys.with("g, then " + letter, new Span("Go to " + page.title())));
        keys.with("Esc", new Span("Close a dialog or a menu"));
        Checkbox use = new Checkbox("Use these keys", on);
        use.setHelperText("They do nothing while you type into a field.");
        use.addValueChangeListener(changed -> switched.accept(changed.getValue()));
        add(keys, use);
        getFooter().add(new Button("Close", closed -> close()));
    }
}
