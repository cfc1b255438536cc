package org.deviceoffboarding.playbook.definition;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.deviceoffboarding.base.Actor;
import org.deviceoffboarding.base.setting.SettingVersion;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Pageable;
import org.springframework.stereotype.Component;

/** All versions of playbooks, as they would be by the steps that the portal has now. */
@Component
class PlaybookVersions {

    private final PlaybookDefaults defaults;
    private final PlaybookHistoryRepository history;

    PlaybookVersions(PlaybookDefaults defaults, PlaybookHistoryRepository history) {
        this.defaults = defaults;
        this.history = history;
    }

    /** Adds what an owner saved, in the caller's transaction, which has the playbook for itself. */
    void add(Playbook.Key key, @Nullable List<StepEdit> steps, Actor actor, Instant now) {
        history.add(key, steps, actor, now);
    }

    /** Returns the number of the newest; 0 where nobody saved any. */
    long newest(Playbook.Key key) {
        return history.newest(key);
    }

    /** Returns versions with what each changed, the newest first, and last of all what the portal comes with. */
    List<SettingVersion<PlaybookVersion>> page(Playbook.Key key, Pageable page) {
        List<PlaybookHistoryRepository.Stored> stored = history.find(key, page);
        long next = stored.isEmpty()
                ? history.newest(key) - page.getOffset()
                : stored.getLast().number() - 1;
        List<SettingVersion<PlaybookVersion>> rows = new ArrayList<>();
        for (int i = 0; i < stored.size(); i++) {
            List<Step> before =
                    steps(key, i + 1 < stored.size() ? stored.get(i + 1).steps() : history.steps(key, next));
            PlaybookHistoryRepository.Stored row = stored.get(i);
            List<Step> now = steps(key, row.steps());
            rows.add(new SettingVersion<>(
                    new PlaybookVersion(row.number(), now, row.savedBy(), row.savedAt()), changes(row, before, now)));
        }
        if (next == 0 && stored.size() < page.getPageSize()) {
            rows.add(new SettingVersion<>(new PlaybookVersion(0, steps(key, null), null, null), List.of()));
        }
        return rows;
    }

    private List<Step> steps(Playbook.Key key, @Nullable List<StepEdit> edits) {
        List<Step> steps = defaults.get(key).steps();
        return edits == null ? steps : PlaybookLibrary.merged(steps, edits);
    }

    private static List<String> changes(PlaybookHistoryRepository.Stored row, List<Step> before, List<Step> now) {
        if (row.steps() == null) {
            return List.of("back to the default");
        }
        String changes = StepDifference.between(before, now);
        return List.of(changes.substring(0, changes.length() - 1)); // without its full stop
    }
}
