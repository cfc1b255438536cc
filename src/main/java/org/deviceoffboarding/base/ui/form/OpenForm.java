package org.deviceoffboarding.base.ui.form;

import com.vaadin.flow.component.Component;
import java.io.Serializable;

/** A form as the window that shows it sees it. */
interface OpenForm extends Serializable {

    /** Returns whether something would be lost if it were left now. */
    boolean wouldBeLost();

    /** Returns whether a field has something that it has not told yet. */
    boolean isTypedInto();

    /** Returns what becomes of it then, in a sentence. */
    String loss();

    boolean isPartOf(Component whole);
}
