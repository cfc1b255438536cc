package org.deviceoffboarding.base.ui.keyboard;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.ClientCallable;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.server.menu.MenuConfiguration;
import com.vaadin.flow.server.menu.MenuEntry;
import com.vaadin.flow.spring.annotation.SpringComponent;
import com.vaadin.flow.spring.annotation.UIScope;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.deviceoffboarding.base.Capability;
import org.deviceoffboarding.base.CurrentActor;
import org.deviceoffboarding.base.Preferences;
import org.deviceoffboarding.base.ui.OpenPages;
import org.springframework.context.ApplicationEventPublisher;

/**
 * Keys that lead through the portal: {@code ?} for what there is, {@code g} and a letter for a page, {@code /} to search. They do
 * nothing while the person types into a field, or a dialog or a menu is open, and whoever dictates to the computer, say, can switch them off:
 * WCAG 2.1.4.
 */
@SpringComponent
@UIScope
public class Shortcuts extends Div {

    private static final String PREFERENCE = "shortcuts";
    private static final String OFF = "off";

    private final Preferences preferences;
    private final CurrentActor currentActor;
    private final ApplicationEventPublisher events;
    private final Map<Character, MenuEntry> pages = new LinkedHashMap<>();

    Shortcuts(
            Preferences preferences, CurrentActor currentActor, OpenPages openPages, ApplicationEventPublisher events) {
        this.preferences = preferences;
        this.currentActor = currentActor;
        this.events = events;
        openPages.follow(this, ShortcutsSwitched.class, () -> tell(areOn()));
        getElement().setAttribute("hidden", true);
        List<MenuEntry> entries = MenuConfiguration.getMenuEntries();
        MenuLetters.of(entries.stream().map(MenuEntry::title).toList())
                .forEach((letter, title) -> entries.stream()
                        .filter(entry -> entry.title().equals(title))
                        .findFirst()
                        .ifPresent(entry -> pages.put(letter, entry)));
    }

    /** Whoever has no role has preferences neither, nor a page to go to. */
    private boolean areOn() {
        return currentActor.may(Capability.READ) && !preferences.get(PREFERENCE).equals(Optional.of(OFF));
    }

    /** For the person signed in, in every browser and every window that is open. */
    private void switchTo(boolean on) {
        preferences.set(PREFERENCE, on ? null : OFF);
        tell(on);
        events.publishEvent(new ShortcutsSwitched());
    }

    /** Shows which there are. */
    @ClientCallable
    public void show() {
        new ShortcutsDialog(pages, areOn(), this::switchTo).open();
    }

    @ClientCallable
    void go(String letter) {
        MenuEntry page = letter.length() == 1 ? pages.get(letter.charAt(0)) : null;
        if (page != null) {
            UI.getCurrent().navigate(page.path());
        }
    }

    @Override
    protected void onAttach(AttachEvent attached) {
        getElement().executeJs("""
                const ours = this;
                if (ours.keys) {
                  return;
                }
                let going = 0;
                ours.keys = event => {
                  if (!ours.isConnected) {
                    document.removeEventListener('keydown', ours.keys);
                    return;
                  }
                  const typing = event.composedPath().some(e => e.isContentEditable || e.matches?.(
                      'input:not([type=checkbox], [type=radio]), textarea, select, [role=combobox], [role=listbox], [role=menu]'));
                  const over = document.querySelector(
                      ':is(vaadin-dialog, vaadin-confirm-dialog, vaadin-popover, vaadin-select, vaadin-combo-box)[opened]');
                  if (!ours.on || typing || over || event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.repeat) {
                    return;
                  }
                  const wasGoing = Date.now() - going < 1500;
                  going = 0;
                  if (wasGoing && /^[a-z]$/.test(event.key)) {
                    event.preventDefault();
                    ours.$server.go(event.key);
                  } else if (event.key === 'g') {
                    going = Date.now();
                  } else if (event.key === '?') {
                    event.preventDefault();
                    ours.$server.show();
                  } else if (event.key === '/') {
                    const field = document.querySelector('.filter-search') || document.querySelector('.search-everything');
                    if (field) {
                      event.preventDefault();
                      field.focus();
                    }
                  }
                };
                document.addEventListener('keydown', ours.keys);
                """);
        tell(areOn());
    }

    private void tell(boolean on) {
        getElement().executeJs("this.on = $0", on);
    }
}
