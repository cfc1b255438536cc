package org.deviceoffboarding.playbook.checklist;

import java.util.List;
import org.deviceoffboarding.base.Capability;
import org.deviceoffboarding.base.May;
import org.deviceoffboarding.playbook.definition.Playbook;
import org.deviceoffboarding.suggestion.Suggestion;
import org.deviceoffboarding.suggestion.SuggestionService;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Shows which suggestions a playbook's change would show in at once. */
@Service
@May(Capability.CHANGE_PLAYBOOKS)
public class PlaybookUseService {

    private final SuggestionService suggestions;
    private final JoinTypeRepository joinTypes;
    private final TickRepository ticks;

    PlaybookUseService(SuggestionService suggestions, JoinTypeRepository joinTypes, TickRepository ticks) {
        this.suggestions = suggestions;
        this.joinTypes = joinTypes;
        this.ticks = ticks;
    }

    /** Returns the suggestions of the present result that follow a playbook, or show it for single devices beside their own. */
    @Transactional(readOnly = true)
    public List<PlaybookUse> of(Playbook.Key key) {
        return suggestions.ofRun(suggestions.result()).stream()
                .filter(suggestion -> follows(suggestion, key))
                .map(suggestion -> new PlaybookUse(
                        suggestion.id(),
                        suggestion.title(),
                        suggestion.devices(),
                        ticks.find(suggestion.id()).size()))
                .toList();
    }

    private boolean follows(Suggestion suggestion, Playbook.Key key) {
        PlaybookChoice choice = PlaybookChoice.of(
                suggestion.situation(),
                suggestion.platform(),
                suggestion.ownership(),
                suggestion.group(),
                joinTypes.of(suggestion));
        return choice.playbook() == key || choice.besides().contains(key);
    }
}
