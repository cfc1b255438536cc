package org.deviceoffboarding.playbook.definition;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The playbooks as they stand: the portal's defaults with the owners' changes. */
@Component
public class PlaybookLibrary {

    private final PlaybookDefaults defaults;
    private final ChangedPlaybookRepository changes;

    PlaybookLibrary(PlaybookDefaults defaults, ChangedPlaybookRepository changes) {
        this.defaults = defaults;
        this.changes = changes;
    }

    /** Returns one playbook as it stands. */
    public PlaybookState get(Playbook.Key key) {
        return state(key, changes.find(key).orElse(null));
    }

    List<PlaybookState> all() {
        Map<Playbook.Key, ChangedPlaybook> changed = changes.find();
        return Arrays.stream(Playbook.Key.values())
                .map(key -> state(key, changed.get(key)))
                .toList();
    }

    Playbook defaultOf(Playbook.Key key) {
        return defaults.get(key);
    }

    private PlaybookState state(Playbook.Key key, @Nullable ChangedPlaybook changed) {
        Playbook playbook = defaults.get(key);
        return changed == null
                ? new PlaybookState(playbook, PlaybookState.DEFAULT_VERSION, null, null)
                : new PlaybookState(
                        playbook.withSteps(merged(playbook.steps(), changed.steps())),
                        changed.version(),
                        changed.changedAt(),
                        changed.changedBy());
    }

    /**
     * Returns the default's steps in the owner's order and words. A step that the portal has got since stands behind the one
     * that it follows in the default; one that it has no more is left away.
     */
    static List<Step> merged(List<Step> defaults, List<StepEdit> edits) {
        Map<String, Step> left = new HashMap<>();
        defaults.forEach(step -> left.put(step.key(), step));
        List<Step> merged = new ArrayList<>();
        for (StepEdit edit : edits) {
            Step step = left.remove(edit.key());
            if (step != null) {
                merged.add(edit.appliedTo(step));
            }
        }
        for (int index = 0; index < defaults.size(); index++) {
            Step step = defaults.get(index);
            if (left.containsKey(step.key())) {
                merged.add(
                        index == 0 ? 0 : place(merged, defaults.get(index - 1).key()) + 1, step);
            }
        }
        return merged;
    }

    private static int place(List<Step> steps, String key) {
        for (int index = 0; index < steps.size(); index++) {
            if (steps.get(index).key().equals(key)) {
                return index;
            }
        }
        throw new IllegalArgumentException("No step " + key);
    }
}
