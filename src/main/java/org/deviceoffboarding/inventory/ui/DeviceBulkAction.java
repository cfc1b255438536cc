package org.deviceoffboarding.inventory.ui;

import java.util.List;

/**
 * Something that a feature does with several devices at once, picked from a list. Declared as a bean; beans with a lower
 * {@link org.springframework.core.annotation.Order} stand further to the left.
 */
public interface DeviceBulkAction {

    /** Returns the words on the button; with an ellipsis, since a dialog says how many devices before anything is done. */
    String label();

    /** Returns whether the person signed in may use it. */
    boolean offered();

    /**
     * Opens a dialog that does it.
     *
     * @param devices at least one, each once
     * @param done called after something was changed
     */
    void open(List<SelectedDevice> devices, Runnable done);
}
