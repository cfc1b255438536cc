package org.deviceoffboarding.audit.evidence;

import java.util.Map;
import java.util.TreeMap;
import org.deviceoffboarding.audit.AuditResult;
import org.deviceoffboarding.audit.AuditedActions;
import org.deviceoffboarding.audit.AuditedWords;
import org.deviceoffboarding.audit.DescribedAction;
import org.deviceoffboarding.audit.content.EntryContent;
import org.deviceoffboarding.audit.evidence.file.EntryWording;
import org.springframework.stereotype.Component;

/** What files of evidence say in place of what entries and filters keep in names of their own: what pages call it. */
@Component
class EvidenceWording {

    private final AuditedActions actions;
    private final AuditedWords words;

    EvidenceWording(AuditedActions actions, AuditedWords words) {
        this.actions = actions;
        this.words = words;
    }

    EntryWording of(EntryContent content) {
        return new EntryWording(
                actions.get(content.action()).map(DescribedAction::label).orElse(""),
                words.of(content.action(), content.details()));
    }

    /** Returns what was asked for, with what an action is called beside its name. */
    Map<String, String> of(Map<String, String> asked) {
        Map<String, String> said = new TreeMap<>(asked);
        said.computeIfPresent(
                "action",
                (name, action) -> actions.get(action)
                        .map(known -> known.label() + " (" + action + ")")
                        .orElse(action));
        said.computeIfPresent(
                "result", (name, result) -> AuditResult.valueOf(result).label());
        return said;
    }
}
