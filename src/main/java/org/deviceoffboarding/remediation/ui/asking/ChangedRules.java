package org.deviceoffboarding.remediation.ui.asking;

import com.vaadin.flow.component.html.Div;
import org.deviceoffboarding.remediation.asking.Preview;
import org.jspecify.annotations.Nullable;

/** Says that what a dialog shows is other than it was, because an owner changed what it goes by; hidden until then. */
class ChangedRules extends Div {

    ChangedRules() {
        addClassNames("notice", "notice-attention");
        getElement().setAttribute("role", "alert");
        setText("The rules that this goes by were changed meanwhile. What you see is how it is now.");
        setVisible(false);
    }

    /** @param before null where nothing was shown yet */
    void compare(@Nullable Preview before, Preview now) {
        if (before != null && !now.equals(before)) {
            setVisible(true);
        }
    }

    void clear() {
        setVisible(false);
    }
}
