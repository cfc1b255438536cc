package org.deviceoffboarding.base;

/**
 * A way to look at a list that somebody gave a name.
 *
 * @param shared whether everybody sees it, or the one who made it
 * @param query the filters and the order, as in the page's address
 * @param columns which columns are shown how, as the list itself writes it; empty for the usual ones
 */
public record SavedView(long id, String name, boolean shared, Actor madeBy, String query, String columns) {

    /** The longest name. */
    public static final int LONGEST_NAME = 80;

    /** The longest query and the longest description of columns. */
    public static final int LONGEST_TEXT = 4_000;
}
