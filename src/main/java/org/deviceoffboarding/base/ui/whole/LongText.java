package org.deviceoffboarding.base.ui.whole;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import org.deviceoffboarding.base.InvisibleCharacters;
import org.jspecify.annotations.Nullable;

/** A text of whatever length: cut after a few lines where it has more, with a button that shows and hides the rest. */
public final class LongText extends Div {

    /** Such a text is never cut, whatever the width. */
    private static final int SHORT = 60;

    /** The button is needed only where the text takes more lines than are shown, which the browser alone knows. */
    private static final String SHOW_BUTTON_WHERE_CUT = """
            const text = this.firstElementChild;
            new ResizeObserver(() => {
              if (!this.classList.contains('long-text-whole')) {
                this.classList.toggle('long-text-cut', text.scrollHeight > text.clientHeight + 1);
              }
            }).observe(text);
            """;

    private final NativeButton button = new NativeButton("more", click -> toggle());
    private final String what;

    /**
     * @param text as it was written, lines and all, and what nobody would see of it, too; null or blank shows a dash
     * @param what the text is, such as "reason", for those who do not see what stands beside the button
     */
    public LongText(@Nullable String text, String what) {
        this.what = what;
        String shown = text == null || text.isBlank() ? "–" : InvisibleCharacters.shown(text.strip());
        Span body = new Span(shown);
        body.addClassName("long-text-body");
        addClassName("long-text");
        add(body);
        if (shown.length() > SHORT || shown.contains("\n")) {
            button.addClassName("long-text-button");
            say(false);
            add(button);
            addAttachListener(attached -> getElement().executeJs(SHOW_BUTTON_WHERE_CUT));
        }
    }

    private void toggle() {
        say(!hasClassName("long-text-whole"));
    }

    private void say(boolean whole) {
        setClassName("long-text-whole", whole);
        button.setText(whole ? "less" : "more");
        button.setAriaLabel((whole ? "less of the " : "more of the ") + what);
        button.getElement().setAttribute("aria-expanded", String.valueOf(whole));
    }
}
