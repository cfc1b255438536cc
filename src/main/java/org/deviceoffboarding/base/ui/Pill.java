package org.deviceoffboarding.base.ui;

import com.vaadin.flow.component.badge.Badge;
import com.vaadin.flow.component.badge.BadgeVariant;

/** A state in a word. The colour supports the word and never stands alone. */
public final class Pill {

    private Pill() {}

    /** A state that asks for nothing, and a mark that says what something is. */
    public static Badge neutral(String word) {
        return new Badge(word);
    }

    /** A state in which something goes on. */
    public static Badge progress(String word) {
        Badge badge = new Badge(word);
        badge.addThemeName("info");
        return badge;
    }

    /** A state that is as it should be. */
    public static Badge good(String word) {
        return with(word, BadgeVariant.SUCCESS);
    }

    /** A state that is risky unless someone looks at it. */
    public static Badge attention(String word) {
        return with(word, BadgeVariant.WARNING);
    }

    /** A state that is wrong, or that loses something. */
    public static Badge bad(String word) {
        return with(word, BadgeVariant.ERROR);
    }

    private static Badge with(String word, BadgeVariant variant) {
        Badge badge = new Badge(word);
        badge.addThemeVariants(variant);
        return badge;
    }
}
