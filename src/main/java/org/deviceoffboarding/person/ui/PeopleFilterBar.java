package org.deviceoffboarding.person.ui;

import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import org.deviceoffboarding.base.Roles;
import org.deviceoffboarding.base.ui.TableState;
import org.deviceoffboarding.base.ui.list.FilterBar;
import org.deviceoffboarding.person.PeopleFilter;
import org.jspecify.annotations.Nullable;

/** The filters of the people: text, and which role they have. */
class PeopleFilterBar extends FilterBar {

    private final TextField text;
    private final Select<Having> role;

    PeopleFilterBar(TableState state, Runnable changed) {
        super(state, changed);
        text = filters().search("Name, user principal name or mail");
        role = filters().choice("Role", "role", Having.class, having -> "May act as " + Roles.label(having.name()));
        show(text, role);
    }

    PeopleFilter value() {
        @Nullable Having having = role.getValue();
        return new PeopleFilter(text.getValue(), having == null ? null : having.name());
    }

    /** The roles as something to choose from. */
    enum Having {
        OWNER,
        APPROVER,
        OPERATOR,
        AUDITOR,
        READER
    }
}
