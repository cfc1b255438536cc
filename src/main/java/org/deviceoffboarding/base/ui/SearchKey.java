package org.deviceoffboarding.base.ui;

import com.vaadin.flow.component.textfield.TextField;

/** Lets the key {@code /} reach a page's search field, unless the person is typing into another field. */
final class SearchKey {

    private SearchKey() {}

    static void reach(TextField search) {
        search.addAttachListener(event -> search.getElement().executeJs("""
                const field = this;
                const reach = event => {
                  if (!field.isConnected) {
                    document.removeEventListener('keydown', reach);
                    return;
                  }
                  const typing = event.composedPath().some(e => e.tagName === 'INPUT' || e.tagName === 'TEXTAREA');
                  if (event.key === '/' && !typing && !event.ctrlKey && !event.metaKey && !event.altKey) {
                    event.preventDefault();
                    field.focus();
                  }
                };
                document.addEventListener('keydown', reach);
                """));
    }
}
