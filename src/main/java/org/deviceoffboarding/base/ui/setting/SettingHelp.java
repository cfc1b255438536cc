package org.deviceoffboarding.base.ui.setting;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.time.Instant;
import org.deviceoffboarding.base.setting.LastChange;
import org.deviceoffboarding.base.ui.PersonDisplay;
import org.deviceoffboarding.base.ui.TimeDisplay;
import org.jspecify.annotations.Nullable;

/**
 * What stands under the field of a setting: what it means and its range, who changed it last and to what, and what somebody else
 * saved while it was typed over.
 */
public final class SettingHelp extends Div {

    private final Span last = line("setting-last");
    private final Span meanwhile = line("setting-meanwhile");

    /** @param meaning a sentence or two, with the range; empty where the label says it all */
    public SettingHelp(String meaning) {
        addClassName("setting-help");
        Span meant = new Span(meaning);
        meant.setVisible(!meaning.isEmpty());
        add(meant, last, meanwhile);
    }

    /** @param change null where nobody changed it */
    public void showLast(@Nullable LastChange change, Instant now) {
        last.setVisible(change != null);
        if (change != null) {
            last.setText("Last changed by " + PersonDisplay.name(change.by()) + " "
                    + TimeDisplay.shortly(change.at(), now, TimeDisplay.zone()) + ": "
                    + String.join("; ", change.what()) + ".");
        }
    }

    /** Says that somebody else saved another value while this one was typed; nothing where the sentence is empty. */
    public void showMeanwhile(String sentence) {
        meanwhile.setText(sentence);
        meanwhile.setVisible(!sentence.isEmpty());
    }

    private static Span line(String look) {
        Span line = new Span();
        line.addClassName(look);
        line.setVisible(false);
        return line;
    }
}
