package org.deviceoffboarding.base;

import java.util.List;
import java.util.Optional;

/** The views of lists that the person signed in may use: the person's own, and those that are shared with everybody. */
public interface SavedViews {

    /** How many views of a list a person can have, and how many can be shared. */
    int MOST = 50;

    /** Returns the views of a list by name, the shared ones first. */
    List<SavedView> of(String list);

    /** Returns one of a list, nothing where it is gone, another list's or somebody else's own. */
    Optional<SavedView> get(String list, long id);

    /**
     * Keeps a view for the person alone.
     *
     * @return its ID
     * @throws SavedViewRefusedException if it has no name or one that is taken, or there are too many
     */
    long save(String list, String name, String query, String columns);

    /**
     * Keeps a view for everybody.
     *
     * @return its ID
     * @throws SavedViewRefusedException if it has no name or one that is taken, or there are too many
     */
    long share(String list, String name, String query, String columns);

    /** Removes one of the person's own views; does nothing where it is gone. */
    void remove(long id);

    /** Removes a shared view, whoever made it; does nothing where it is gone. */
    void removeShared(long id);
}
