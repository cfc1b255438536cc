package org.deviceoffboarding.base.ui.transfer;

import org.deviceoffboarding.base.Actor;

/**
 * Somebody took a list, or another file, away. Published on the thread of the download, as the person whose it is, when its last row
 * was written and before the browser is told that it is whole: where a listener throws, it is cut off.
 *
 * @param by whose download it is, whoever is signed in by now
 * @param file its name
 * @param page the address of the page that it was clicked on, with its filters; empty where that is not known
 * @param filter what was picked, as the list's service understands it
 * @param rows how many rows were written; 0 for what has none
 * @param whole whether these are all
 */
public record ListTaken(Actor by, String file, String page, Object filter, long rows, boolean whole) {}
