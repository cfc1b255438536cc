package org.deviceoffboarding.base.setting;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import org.deviceoffboarding.base.Actor;
import org.deviceoffboarding.base.VersionedSettings;
import org.springframework.data.domain.PageRequest;
import org.springframework.data.domain.Pageable;

/** All versions of a setting that are kept, with what each changed. */
public final class SettingVersions<T extends SavedSetting> {

    /** More are not looked through: what was changed longer ago than that is not said beside a field. */
    private static final int LOOKED_THROUGH = 500;

    private static final List<String> FORGOTTEN = List.of("the versions before are no longer kept");

    private final VersionedSettings<T> stored;
    private final BiFunction<T, T, List<String>> changes;

    /** @param changes says what a version, given second, changed of the one before it */
    public SettingVersions(VersionedSettings<T> stored, BiFunction<T, T, List<String>> changes) {
        this.stored = stored;
        this.changes = changes;
    }

    /** Returns versions, the newest first, and last of all what holds before anybody saves. */
    public List<SettingVersion<T>> page(Pageable page) {
        List<T> saved = stored.history(page);
        long next = saved.isEmpty()
                ? stored.newest().version() - page.getOffset()
                : saved.getLast().version() - 1;
        List<SettingVersion<T>> rows = new ArrayList<>();
        for (int i = 0; i < saved.size(); i++) {
            T now = saved.get(i);
            Optional<T> before = i + 1 < saved.size() ? Optional.of(saved.get(i + 1)) : stored.find(next);
            rows.add(new SettingVersion<>(
                    now, before.map(each -> changes.apply(each, now)).orElse(FORGOTTEN)));
        }
        if (next == 0 && saved.size() < page.getPageSize()) {
            rows.add(new SettingVersion<>(stored.get(next), List.of()));
        }
        return rows;
    }

    /** Returns the versions after one, the newest first. */
    public List<SettingVersion<T>> since(long version) {
        return newest().stream()
                .filter(each -> each.saved().version() > version)
                .toList();
    }

    /**
     * Returns who changed a part of the setting last; nothing where nobody did.
     *
     * @param part says what a version, given second, changed of that part; empty where nothing
     */
    public Optional<LastChange> lastChange(BiFunction<T, T, List<String>> part) {
        return lastChange(newest(), part);
    }

    /** Returns the newest versions, of which {@link #lastChange(List, BiFunction)} can be told for many parts. */
    public List<SettingVersion<T>> newest() {
        return page(PageRequest.of(0, LOOKED_THROUGH));
    }

    /** As {@link #lastChange(BiFunction)}, of versions that were read before. */
    public static <T extends SavedSetting> Optional<LastChange> lastChange(
            List<SettingVersion<T>> newestFirst, BiFunction<T, T, List<String>> part) {
        for (int i = 0; i + 1 < newestFirst.size(); i++) {
            T now = newestFirst.get(i).saved();
            List<String> what = part.apply(newestFirst.get(i + 1).saved(), now);
            if (!what.isEmpty() && now.savedAt() != null) {
                Actor by = now.savedBy() == null ? Actor.PORTAL : now.savedBy();
                return Optional.of(new LastChange(by, now.savedAt(), what));
            }
        }
        return Optional.empty();
    }
}
