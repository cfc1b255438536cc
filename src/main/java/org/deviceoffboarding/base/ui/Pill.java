package org.deviceoffboarding.base.ui;

import com.vaadin.flow.component.badge.Badge;
import com.vaadin.flow.component.badge.BadgeVariant;

/** A state in a word. The colour supports the word and never stands alone. */
public final class Pill {

    private Pill() {}

    /** A state that asks for nothing. */
    public static Badge neutral(String word) {
        return new Badge(word);
    }

    /** A state that is as it should be. */
    public static Badge good(String word) {
        return with(word, BadgeVariant.SUCCESS);
    }

    /** A state that someone should look at. */
    public static Badge attention(String word) {
        return with(word, BadgeVariant.WARNING);
    }

    /** A state that is wrong or risky. */
    public static Badge bad(String word) {
        return with(word, BadgeVariant.ERROR);
    }

    private static Badge with(String word, BadgeVariant variant) {
        Badge badge = new Badge(word);
        badge.addThemeVariants(variant);
        return badge;
    }
}
