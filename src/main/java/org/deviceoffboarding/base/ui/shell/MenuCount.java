package org.deviceoffboarding.base.ui.shell;

import java.util.Set;
import org.deviceoffboarding.base.PageNews;

/** How much waits on a page, shown at its link in the menu of every page. Declared as a bean by the feature that has the page. */
public interface MenuCount {

    /** Returns the path of the page. */
    String path();

    /** Returns how much waits now, for the person signed in. */
    long now();

    /** Returns what is counted, in a word that stands after the number, such as {@code open}. */
    String word();

    /** Returns what has to happen for the number to become another one. */
    Set<Class<? extends PageNews>> changedBy();
}
