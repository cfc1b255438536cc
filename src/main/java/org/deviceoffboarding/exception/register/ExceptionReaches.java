package org.deviceoffboarding.exception.register;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.deviceoffboarding.base.Actor;
import org.deviceoffboarding.base.Progress;
import org.deviceoffboarding.evaluation.Finding;
import org.deviceoffboarding.evaluation.FlaggedDevices;
import org.deviceoffboarding.evaluation.FlaggedInventory;
import org.deviceoffboarding.evaluation.RunResults;
import org.deviceoffboarding.exception.register.ExceptionReach.Reached;
import org.deviceoffboarding.exception.register.ExceptionReach.Share;
import org.deviceoffboarding.exception.register.ExceptionTarget.Covered;
import org.deviceoffboarding.suggestion.Suggestion;
import org.deviceoffboarding.suggestion.SuggestionService;
import org.springframework.stereotype.Component;

/** Tries exceptions on the newest result, by the same rules as a run. */
@Component
class ExceptionReaches {

    private static final int PAGE = 2_000;

    private final RunResults runResults;
    private final FlaggedInventory inventory;
    private final FlaggedDevices flagged;
    private final SuggestionService suggestions;
    private final TenantDirectory directory;

    ExceptionReaches(
            RunResults runResults,
            FlaggedInventory inventory,
            FlaggedDevices flagged,
            SuggestionService suggestions,
            TenantDirectory directory) {
        this.runResults = runResults;
        this.inventory = inventory;
        this.flagged = flagged;
        this.suggestions = suggestions;
        this.directory = directory;
    }

    /** Returns what exceptions for these targets would leave out together. */
    ExceptionReach of(List<ExceptionTarget> targets, Progress progress) {
        OptionalLong run = runResults.current();
        return run.isEmpty() ? ExceptionReach.NONE : of(run.getAsLong(), targets, progress);
    }

    /** Returns how many devices are looked at for that. */
    long looksAt(List<ExceptionTarget> targets) {
        OptionalLong run = runResults.current();
        return run.isEmpty() || areDevices(targets)
                ? targets.size()
                : targets.size() + flagged(suggestions.ofRun(run.getAsLong()));
    }

    private ExceptionReach of(long run, List<ExceptionTarget> targets, Progress progress) {
        List<Suggestion> all = suggestions.ofRun(run);
        Map<String, Suggestion> bySort = all.stream().collect(Collectors.toMap(Suggestion::sort, Function.identity()));
        List<Reached> reached = new ArrayList<>();
        Map<String, Long> leftOut = new HashMap<>();
        List<UUID> covered = covered(run, targets, flagged(all), progress);
        for (int from = 0; from < covered.size(); from += PAGE) {
            progress.at(from, covered.size());
            List<UUID> page = covered.subList(from, Math.min(from + PAGE, covered.size()));
            for (Finding finding : flagged.find(run, page).values()) {
                Suggestion suggestion = bySort.get(Suggestion.sortOf(finding));
                if (suggestion != null && finding.present()) {
                    reached.add(new Reached(finding.objectId(), finding.name(), suggestion.title()));
                    leftOut.merge(suggestion.sort(), 1L, Long::sum);
                }
            }
        }
        reached.sort(Comparator.comparing(Reached::name, String.CASE_INSENSITIVE_ORDER)
                .thenComparing(Reached::objectId));
        List<Share> shares = all.stream()
                .filter(suggestion -> leftOut.containsKey(suggestion.sort()))
                .map(suggestion -> new Share(
                        suggestion.title(), leftOut.getOrDefault(suggestion.sort(), 0L), suggestion.devices()))
                .toList();
        return new ExceptionReach(flagged(all), reached, shares);
    }

    private static long flagged(List<Suggestion> all) {
        return all.stream().mapToLong(Suggestion::devices).sum();
    }

    private static boolean areDevices(List<ExceptionTarget> targets) {
        return targets.stream().allMatch(target -> target.kind() == ExceptionKind.DEVICE);
    }

    /** Devices that are named cover themselves; whatever else covers is told by the facts of each flagged one. */
    private List<UUID> covered(long run, List<ExceptionTarget> targets, long flaggedOnes, Progress progress) {
        if (areDevices(targets)) {
            return targets.stream()
                    .map(target -> UUID.fromString(target.key()))
                    .distinct()
                    .toList();
        }
        PreparedExceptions prepared = prepared(run, targets);
        Set<UUID> covered = new LinkedHashSet<>();
        AtomicLong looked = new AtomicLong();
        inventory.forEach(run, () -> false, (facts, situation) -> {
            progress.at(Math.min(looked.getAndIncrement(), flaggedOnes), flaggedOnes);
            if (!prepared.of(facts).isEmpty()) {
                covered.add(facts.entra().objectId());
            }
        });
        return List.copyOf(covered);
    }

    private PreparedExceptions prepared(long run, List<ExceptionTarget> targets) {
        List<DeviceException> wanted = new ArrayList<>();
        Map<Long, Covered> covered = new HashMap<>();
        for (ExceptionTarget target : targets) {
            long id = wanted.size();
            wanted.add(new DeviceException(
                    id,
                    target.kind(),
                    target.key(),
                    target.name(),
                    "",
                    false,
                    null,
                    Instant.EPOCH,
                    Actor.PORTAL,
                    null));
            if (target.kind().readFromTenant()) {
                Covered now = target.covered();
                covered.put(id, now.with(directory.lastUsedBy(run, now.userNames())));
            }
        }
        return new PreparedExceptions(wanted, covered);
    }
}
