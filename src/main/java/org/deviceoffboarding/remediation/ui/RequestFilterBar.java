package org.deviceoffboarding.remediation.ui;

import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import org.deviceoffboarding.base.ui.TableState;
import org.deviceoffboarding.base.ui.list.FilterBar;
import org.deviceoffboarding.remediation.query.RequestFilter;
import org.deviceoffboarding.remediation.request.Action;
import org.deviceoffboarding.remediation.request.RequestStatus;

/** The filters of the list of requests. */
class RequestFilterBar extends FilterBar {

    private final TextField text;
    private final Select<Action> action;
    private final Select<RequestStatus> status;

    RequestFilterBar(TableState state, Runnable changed) {
        super(state, changed);
        text = filters().search("Reason, source or person");
        action = filters().choice("Action", "action", Action.class, Action::label);
        status = filters().choice("Status", "status", RequestStatus.class, RequestStatus::label);
        show(text, action, status);
    }

    RequestFilter value() {
        return new RequestFilter(text.getValue(), action.getValue(), status.getValue(), null);
    }
}
