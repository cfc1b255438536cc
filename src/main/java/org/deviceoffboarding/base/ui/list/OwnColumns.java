package org.deviceoffboarding.base.ui.list;

import org.deviceoffboarding.base.Preferences;

/** The columns of a list as the person signed in left them. Those of a saved view count only while it is looked at. */
class OwnColumns {

    private final String preference;
    private final Preferences preferences;
    private final ListColumns<?> columns;

    OwnColumns(String list, Preferences preferences, ListColumns<?> columns) {
        this.preference = "columns:" + list;
        this.preferences = preferences;
        this.columns = columns;
    }

    /** Shows them. */
    void show() {
        columns.apply(ColumnChoice.parse(preferences.get(preference).orElse("")));
    }

    /** Remembers the columns that are shown as the person's own. */
    void keep() {
        preferences.set(preference, columns.written().isEmpty() ? null : columns.written());
    }
}
