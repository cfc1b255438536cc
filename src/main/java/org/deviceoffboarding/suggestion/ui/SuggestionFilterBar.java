package org.deviceoffboarding.suggestion.ui;

import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import org.deviceoffboarding.base.Ownership;
import org.deviceoffboarding.base.Platform;
import org.deviceoffboarding.base.ui.TableState;
import org.deviceoffboarding.base.ui.list.FilterBar;
import org.deviceoffboarding.judging.Situation;
import org.deviceoffboarding.suggestion.SuggestionFilter;
import org.deviceoffboarding.suggestion.SuggestionStatus;

/** The filters of the list of suggestions. */
class SuggestionFilterBar extends FilterBar {

    private final TextField text;
    private final Select<Situation> situation;
    private final Select<Platform> platform;
    private final Select<Ownership> ownership;
    private final Select<SuggestionStatus> status;

    SuggestionFilterBar(TableState state, Runnable changed) {
        super(state, changed);
        text = filters().search("Suggestion or person");
        situation = filters().choice("Situation", "situation", Situation.class, Situation::label);
        platform = filters().choice("Platform", "platform", Platform.class, Platform::label);
        ownership = filters().choice("Ownership", "ownership", Ownership.class, Ownership::label);
        status = filters().choice("Status", "status", SuggestionStatus.class, SuggestionStatus::label);
        show(text, situation, platform, ownership, status);
    }

    SuggestionFilter value() {
        return new SuggestionFilter(
                text.getValue(), situation.getValue(), platform.getValue(), ownership.getValue(), status.getValue());
    }
}
