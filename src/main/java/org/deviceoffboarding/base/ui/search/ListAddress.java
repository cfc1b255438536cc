package org.deviceoffboarding.base.ui.search;

import com.vaadin.flow.router.QueryParameters;

/** The addresses of lists that are narrowed already. */
public final class ListAddress {

    private ListAddress() {}

    /** Returns the address of a list in which a text, whatever is in it, is searched for. */
    public static String searched(String path, String text) {
        return narrowed(path, "search", text);
    }

    /**
     * Returns the address of a list with one filter.
     *
     * @param value whatever is in it
     */
    public static String narrowed(String path, String filter, String value) {
        return path + "?" + QueryParameters.of(filter, value).getQueryString();
    }
}
