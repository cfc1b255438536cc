package org.deviceoffboarding.base.ui.search;

import java.util.List;

/**
 * What one feature found.
 *
 * @param title of what it is, in the plural: "Devices"
 * @param all how many there are
 * @param first some of them, the likeliest first
 * @param list the address of the list of all of them, without a slash before
 */
public record Findings(String title, long all, List<Found> first, String list) {

    /**
     * One thing that was found.
     *
     * @param name of it
     * @param about what tells it apart from others of that name, in few words; may be empty
     * @param path the address of its page, without a slash before
     */
    public record Found(String name, String about, String path) {}
}
