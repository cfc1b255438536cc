package org.deviceoffboarding.exception.ui;

import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import org.deviceoffboarding.base.ui.TableState;
import org.deviceoffboarding.base.ui.list.FilterBar;
import org.deviceoffboarding.exception.register.ExceptionFilter;
import org.deviceoffboarding.exception.register.ExceptionKind;
import org.deviceoffboarding.exception.register.ExceptionState;

/** The filters of the list of exceptions. */
class ExceptionFilterBar extends FilterBar {

    private final TextField text;
    private final Select<ExceptionKind> kind;
    private final Select<ExceptionState> state;

    ExceptionFilterBar(TableState table, Runnable changed) {
        super(table, changed);
        text = filters().search("Name, ID, reason or person");
        kind = filters().choice("Kind", "kind", ExceptionKind.class, ExceptionKind::label);
        state = filters().choice("State", "state", ExceptionState.class, ExceptionState::label);
        show(text, kind, state);
    }

    ExceptionFilter value() {
        return new ExceptionFilter(text.getValue(), kind.getValue(), state.getValue());
    }
}
