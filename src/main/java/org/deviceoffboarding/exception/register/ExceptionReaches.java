package org.deviceoffboarding.exception.register;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import org.deviceoffboarding.base.Actor;
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
    ExceptionReach of(List<ExceptionTarget> targets) {
        OptionalLong run = runResults.current();
        return run.isEmpty() ? ExceptionReach.NONE : of(run.getAsLong(), targets);
    }

    private ExceptionReach of(long run, List<ExceptionTarget> targets) {
        PreparedExceptions prepared = prepared(run, targets);
        Set<UUID> covered = new HashSet<>();
        inventory.forEach(run, () -> false, (facts, situation) -> {
            if (!prepared.of(facts).isEmpty()) {
                covered.add(facts.entra().objectId());
            }
        });
        Map<UUID, Finding> findings = flagged.find(run, covered);
        List<Reached> reached = new ArrayList<>();
        List<Share> shares = new ArrayList<>();
        long all = 0;
        for (Suggestion suggestion : suggestions.ofRun(run)) {
            List<Reached> inIt = findings.values().stream()
                    .filter(finding -> isIn(suggestion, finding))
                    .map(finding -> new Reached(finding.objectId(), finding.name(), suggestion.title()))
                    .toList();
            all += suggestion.devices();
            reached.addAll(inIt);
            if (!inIt.isEmpty()) {
                shares.add(new Share(suggestion.title(), inIt.size(), suggestion.devices()));
            }
        }
        reached.sort(Comparator.comparing(Reached::name, String.CASE_INSENSITIVE_ORDER)
                .thenComparing(Reached::objectId));
        return new ExceptionReach(all, reached, shares);
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

    private static boolean isIn(Suggestion suggestion, Finding finding) {
        return finding.situation() == suggestion.situation()
                && finding.platform() == suggestion.platform()
                && finding.ownership() == suggestion.ownership()
                && finding.kind().group() == suggestion.group();
    }
}
