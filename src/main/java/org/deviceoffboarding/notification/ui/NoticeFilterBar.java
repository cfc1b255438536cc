package org.deviceoffboarding.notification.ui;

import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import org.deviceoffboarding.base.ui.TableState;
import org.deviceoffboarding.base.ui.list.FilterBar;
import org.deviceoffboarding.notification.NoticeKind;
import org.deviceoffboarding.notification.inbox.InboxFilter;

/** The filters of the list of notices. */
class NoticeFilterBar extends FilterBar {

    private final TextField text;
    private final Select<NoticeKind> kind;
    private final Select<Reading> reading;

    NoticeFilterBar(TableState table, Runnable changed) {
        super(table, changed);
        text = filters().search("Words of the notice");
        kind = filters().choice("About", "kind", NoticeKind.class, NoticeKind::label);
        reading = filters().choice("Read", "read", Reading.class, only -> "Only new");
        show(text, kind, reading);
    }

    InboxFilter value() {
        return new InboxFilter(text.getValue(), kind.getValue(), reading.getValue() != null);
    }

    /** Whether those are left out that were read. */
    enum Reading {
        NEW
    }
}
