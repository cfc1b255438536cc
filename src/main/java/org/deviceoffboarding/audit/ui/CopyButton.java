package org.deviceoffboarding.audit.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.icon.VaadinIcon;
import java.util.Locale;
import org.deviceoffboarding.base.ui.Notices;

/** Copies a text that stands beside it. */
final class CopyButton {

    private CopyButton() {}

    static Button of(String name, String text) {
        Button copy = new Button("Copy", VaadinIcon.COPY_O.create());
        copy.addThemeVariants(ButtonVariant.TERTIARY, ButtonVariant.SMALL);
        copy.setAriaLabel("Copy " + name.toLowerCase(Locale.ROOT));
        copy.addClickListener(click -> {
            copy.getElement().executeJs("navigator.clipboard && navigator.clipboard.writeText($0)", text);
            Notices.info(name + " copied");
        });
        return copy;
    }
}
