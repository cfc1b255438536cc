package org.deviceoffboarding.base.ui;

import com.vaadin.flow.component.html.Anchor;
import java.util.Optional;

/** A page that shows what a run found. Above it people are told when a newer run replaces that while it is open. */
public interface ResultPage {

    /** Returns whether the page shows a newer result by itself, as lists do; then it is only said that it did. */
    default boolean followsByItself() {
        return false;
    }

    /** Returns whether what it shows is of this run already. */
    default boolean shows(long runId) {
        return false;
    }

    /** Returns the way to what the newest result says instead; nothing where the page itself says it, once it is read again. */
    default Optional<Anchor> newest() {
        return Optional.empty();
    }
}
