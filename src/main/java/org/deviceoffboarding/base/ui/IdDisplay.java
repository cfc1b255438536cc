package org.deviceoffboarding.base.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Code;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** IDs for people: whole with a copy button on a page, short with a tooltip in a table. */
public final class IdDisplay {

    private IdDisplay() {}

    /** Returns the whole ID with a button that copies it; a dash for null. */
    public static Component whole(String name, @Nullable UUID id) {
        return text(name, id == null ? null : id.toString());
    }

    /** Returns any value that is searched by elsewhere, such as a serial number, with a button that copies it; a dash for none. */
    public static Component text(String name, @Nullable String value) {
        if (value == null || value.isBlank()) {
            return new Span("–");
        }
        Button copy = new Button(VaadinIcon.COPY_O.create());
        copy.addThemeVariants(ButtonVariant.TERTIARY, ButtonVariant.SMALL);
        copy.setAriaLabel("Copy " + name);
        copy.setTooltipText("Copy");
        copy.addClickListener(event -> {
            copy.getElement().executeJs("navigator.clipboard && navigator.clipboard.writeText($0)", value);
            Notices.info(name + " copied");
        });
        Span both = new Span(code(value), copy);
        both.addClassName("id");
        return both;
    }

    /** Returns the first and last characters of an ID, with the whole ID in the tooltip. */
    public static Component shortened(@Nullable UUID id) {
        if (id == null) {
            return new Span("–");
        }
        String text = id.toString();
        Code code = code(text.substring(0, 4) + "…" + text.substring(text.length() - 4));
        code.setTitle(text);
        return code;
    }

    private static Code code(String text) {
        Code code = new Code(text);
        code.addClassName("mono");
        return code;
    }
}
