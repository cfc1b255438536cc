package org.deviceoffboarding.base.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;

/** One number that matters, with its name above and what puts it into proportion below. */
public class Tile extends Div {

    /** Such as 1,000,000; what is longer is words, and is shown smaller where it would take two lines. */
    private static final int LONGEST_NUMBER = 9;

    /**
     * @param label what is counted
     * @param value the number, for people
     * @param note what to compare it with; may be empty
     */
    public Tile(String label, String value, String note) {
        addClassName("tile");
        Span shown = line(value, "tile-value");
        if (value.length() > LONGEST_NUMBER) {
            shown.addClassName("tile-words");
        }
        add(line(label, "tile-label"), shown, line(note, "tile-note"));
    }

    /** Makes the whole tile a link. */
    public Tile linkingTo(String path) {
        Anchor link = new Anchor(path, "");
        link.addClassName("tile-link");
        getChildren().toList().forEach(link::add);
        add(link);
        return this;
    }

    private static Span line(String text, String className) {
        Span line = new Span(text);
        line.addClassName(className);
        return line;
    }
}
