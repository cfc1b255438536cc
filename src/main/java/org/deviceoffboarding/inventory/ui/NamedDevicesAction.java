package org.deviceoffboarding.inventory.ui;

/**
 * Something that a feature does for all devices of one person or one group, whichever they are by then. Declared as a bean; offered
 * where a list was asked for by that person or group.
 */
public interface NamedDevicesAction {

    /** Whose devices they are. */
    enum Named {
        USER,
        GROUP
    }

    /** Returns the words on the button; with an ellipsis, since a dialog says what it comes to before anything is done. */
    String label(Named named);

    /** Returns whether the person signed in may use it. */
    boolean offered();

    /**
     * Opens a dialog that does it.
     *
     * @param name as it was asked for: of a person the user principal name or object ID, of a group the name or object ID; that there
     *     is such a one is for the dialog to find out
     * @param done called after something was changed
     */
    void open(Named named, String name, Runnable done);
}
