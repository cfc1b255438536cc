package org.deviceoffboarding.evaluation.execution;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.deviceoffboarding.evaluation.Exclusions;
import org.deviceoffboarding.evaluation.Finding;
import org.deviceoffboarding.evaluation.Run;
import org.deviceoffboarding.evaluation.guard.InventoryGuard;
import org.deviceoffboarding.evaluation.leftout.LeftOutDevice;
import org.deviceoffboarding.evaluation.rules.RulesVersions;
import org.deviceoffboarding.inventory.DeviceFacts;
import org.deviceoffboarding.inventory.InventoryCounts;
import org.deviceoffboarding.judging.Judgement.Flagged;
import org.deviceoffboarding.judging.Judgement.LeftOut;
import org.deviceoffboarding.judging.Judgement.NotFlagged;
import org.deviceoffboarding.judging.JudgingRules;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The phases of a run up to its result. Each can be begun again after it was cut off anywhere, and stores what it has
 * in short transactions, none of them open while Microsoft Graph answers.
 */
@Component
class RunPhases {

    private static final int JUDGED_AT_ONCE = 2_000;
    private static final int CONFIRMED_AT_ONCE = 200;

    private final RunInventory inventory;
    private final InventoryGuard guard;
    private final RunStore runs;
    private final ConfirmationRepository confirmations;
    private final FindingWriter findingWriter;
    private final List<Exclusions> exclusions;
    private final RulesVersions rules;
    private final TransactionTemplate transactions;
    private final Clock clock;

    RunPhases(
            RunInventory inventory,
            InventoryGuard guard,
            RunStore runs,
            ConfirmationRepository confirmations,
            FindingWriter findingWriter,
            List<Exclusions> exclusions,
            RulesVersions rules,
            TransactionTemplate transactions,
            Clock clock) {
        this.inventory = inventory;
        this.guard = guard;
        this.runs = runs;
        this.confirmations = confirmations;
        this.findingWriter = findingWriter;
        this.exclusions = exclusions;
        this.rules = rules;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Reads the tenant, and refuses what looks incomplete. */
    void read(Run run, RunReport report) {
        inventory.read(run.id(), start(run).minus(rules(run).lookBack()), report);
        InventoryCounts counts = inventory.counts(run.id());
        report.note(so -> so.withRows(counts));
        guard.check(run.id(), counts);
    }

    /** Judges every device. */
    void judge(Run run, RunReport report) {
        Judging judging = judging(run);
        store(run, () -> findingWriter.clear(run.id()));
        report.note(so -> so.withJudged(0));
        inventory.forEachPage(run.id(), JUDGED_AT_ONCE, page -> {
            report.goOn();
            judge(run, page, judging);
            report.note(so -> so.withJudged(so.judged() + page.size()));
        });
    }

    /** Asks Intune by key for each device that is flagged because Intune's list does not have it. */
    void confirm(Run run, RunReport report) {
        long toConfirm = confirmations.countToConfirm(run.id());
        long confirmed = confirmations.countConfirmed(run.id());
        report.note(so -> so.withConfirmed(confirmed, toConfirm));
        Judging judging = judging(run);
        List<Finding> batch = confirmations.unconfirmed(run.id(), null, CONFIRMED_AT_ONCE);
        while (!batch.isEmpty()) {
            report.goOn();
            confirm(run, batch, judging);
            int size = batch.size();
            report.note(so -> so.withConfirmed(so.confirmed() + size, so.toConfirm()));
            batch = confirmations.unconfirmed(run.id(), batch.getLast().objectId(), CONFIRMED_AT_ONCE);
        }
    }

    private void judge(Run run, List<DeviceFacts> page, Judging judging) {
        List<Finding> flagged = new ArrayList<>();
        List<LeftOutDevice> leftOut = new ArrayList<>();
        for (DeviceFacts facts : page) {
            switch (judging.judge(facts)) {
                case Flagged judgement -> flagged.add(FindingMapper.finding(run, facts, judgement, now(run)));
                case LeftOut judgement -> leftOut.add(FindingMapper.leftOut(run, facts, judgement));
                case NotFlagged _ -> {}
            }
        }
        store(run, () -> {
            findingWriter.addFindings(flagged);
            findingWriter.addLeftOut(leftOut);
        });
    }

    private void confirm(Run run, List<Finding> batch, Judging judging) {
        Set<UUID> present = inventory.confirm(
                run.id(),
                batch.stream()
                        .map(Finding::deviceId)
                        .filter(Objects::nonNull)
                        .distinct()
                        .toList());
        Instant at = clock.instant();
        store(run, () -> {
            confirmations.confirm(
                    run.id(),
                    batch.stream()
                            .filter(finding -> !present.contains(finding.deviceId()))
                            .map(Finding::objectId)
                            .toList(),
                    at);
            batch.stream()
                    .filter(finding -> present.contains(finding.deviceId()))
                    .forEach(finding -> judgeAgain(run, finding, judging));
        });
    }

    /** Intune does have a record, which is among the facts by now. */
    private void judgeAgain(Run run, Finding finding, Judging judging) {
        DeviceFacts facts = inventory
                .facts(run.id(), finding.objectId())
                .orElseThrow(() -> new IllegalStateException("No facts of device " + finding.objectId()));
        findingWriter.removeFinding(run.id(), finding.objectId());
        switch (judging.judge(facts)) {
            case Flagged judgement
            when !judgement.situation().confirmedByKey() ->
                findingWriter.addFindings(List.of(FindingMapper.finding(run, facts, judgement, now(run))));
            case LeftOut judgement -> findingWriter.addLeftOut(List.of(FindingMapper.leftOut(run, facts, judgement)));
            case Flagged _, NotFlagged _ ->
                findingWriter.addLeftOut(List.of(FindingMapper.notConfirmed(run, facts, finding)));
        }
    }

    private Judging judging(Run run) {
        return new Judging(
                rules(run),
                now(run),
                exclusions.stream().map(each -> each.prepare(run)).toList());
    }

    /** Those from when the run was requested, whatever an owner saved since. */
    private JudgingRules rules(Run run) {
        return rules.get(run.rulesVersion()).rules();
    }

    private void store(Run run, Runnable changes) {
        transactions.executeWithoutResult(transaction -> {
            runs.hold(run);
            changes.run();
        });
    }

    private static Instant start(Run run) {
        return Objects.requireNonNull(run.startedAt(), "A run is started before it reads");
    }

    /** The same for the whole run, however often it goes on after a restart. */
    private static Instant now(Run run) {
        return Objects.requireNonNull(run.readAt(), "A run has read before it judges");
    }
}
