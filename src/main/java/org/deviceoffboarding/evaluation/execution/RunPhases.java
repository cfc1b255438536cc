package org.deviceoffboarding.evaluation.execution;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import org.deviceoffboarding.evaluation.Exclusions;
import org.deviceoffboarding.evaluation.Finding;
import org.deviceoffboarding.evaluation.Run;
import org.deviceoffboarding.evaluation.RunProgress;
import org.deviceoffboarding.evaluation.guard.AuditListGuard;
import org.deviceoffboarding.evaluation.guard.InventoryGuard;
import org.deviceoffboarding.evaluation.leftout.LeftOutDevice;
import org.deviceoffboarding.evaluation.rules.RulesVersions;
import org.deviceoffboarding.inventory.AuditListReading;
import org.deviceoffboarding.inventory.DeviceFacts;
import org.deviceoffboarding.inventory.InventoryCounts;
import org.deviceoffboarding.judging.Judge;
import org.deviceoffboarding.judging.Judgement;
import org.deviceoffboarding.judging.Judgement.Flagged;
import org.deviceoffboarding.judging.Judgement.LeftOut;
import org.deviceoffboarding.judging.Judgement.NotFlagged;
import org.deviceoffboarding.judging.JudgingRules;
import org.deviceoffboarding.judging.Kind;
import org.deviceoffboarding.judging.LinkState;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The phases of a run up to its result. Each can be begun again after it was cut off anywhere, and stores what it has
 * in short transactions, none of them open while Microsoft Graph answers.
 */
@Component
class RunPhases {

    private static final int JUDGED_AT_ONCE = 2_000;

    /** Many batches, so that Graph is seldom without a question: it waits for the last of them and for what is stored then. */
    private static final int CONFIRMED_AT_ONCE = 2_000;

    private final RunInventory inventory;
    private final InventoryGuard guard;
    private final AuditListGuard auditLists;
    private final RunStore runs;
    private final ConfirmationRepository confirmations;
    private final KeyConfirmation confirmation;
    private final OwnerReading owners;
    private final FindingWriter findingWriter;
    private final KindWriter kinds;
    private final LinkWriter links;
    private final List<Exclusions> exclusions;
    private final RulesVersions rules;
    private final TransactionTemplate transactions;
    private final Lock storing = new ReentrantLock();

    RunPhases(
            RunInventory inventory,
            InventoryGuard guard,
            AuditListGuard auditLists,
            RunStore runs,
            ConfirmationRepository confirmations,
            KeyConfirmation confirmation,
            OwnerReading owners,
            FindingWriter findingWriter,
            KindWriter kinds,
            LinkWriter links,
            List<Exclusions> exclusions,
            RulesVersions rules,
            TransactionTemplate transactions) {
        this.inventory = inventory;
        this.guard = guard;
        this.auditLists = auditLists;
        this.runs = runs;
        this.confirmations = confirmations;
        this.confirmation = confirmation;
        this.owners = owners;
        this.findingWriter = findingWriter;
        this.kinds = kinds;
        this.links = links;
        this.exclusions = exclusions;
        this.rules = rules;
        this.transactions = transactions;
    }

    /** Reads the tenant, and refuses what looks incomplete. */
    void read(Run run, RunReport report) {
        report.doing("finds out what the agent may read");
        inventory.requireReady();
        report.doing("");
        inventory.read(run.id(), start(run).minus(rules(run).lookBack()), report);
        inventory.requireRightClock();
        report.doing("compares devices with what the portal did to them");
        inventory.compare(run.id());
        report.doing("counts what was read");
        InventoryCounts counts = inventory.counts(run.id());
        report.tell(so -> so.withRows(counts)); // what an owner confirms, should the guard refuse it
        AuditListReading auditList = inventory.auditList(run.id());
        runs.note(
                run,
                auditList.events(),
                auditLists.caution(auditList, rules(run).lookBack(), start(run)));
        guard.check(run.id(), counts);
    }

    /** Judges every device, on several threads. */
    void judge(Run run, RunReport report) {
        inventory.requireRightClock(); // once the time that it judges by is stored
        Judging judging = judging(run);
        store(run, () -> {
            findingWriter.clear(run.id());
            kinds.begin(run.id());
            links.begin(run.id());
        });
        report.note(so -> so.withJudged(0));
        inventory.forEachPage(run.id(), JUDGED_AT_ONCE, page -> {
            report.goOn();
            judge(run, page, judging);
            report.note(so -> so.withJudged(so.judged() + page.size()));
        });
        findingWriter.makeKnown();
    }

    /** Asks Intune by key for each device that is flagged because Intune's list does not have it, see {@link KeyConfirmation}; then for owners. */
    void confirm(Run run, RunReport report) {
        long toConfirm = confirmations.countToConfirm(run.id());
        long confirmed = confirmations.countConfirmed(run.id());
        report.note(so -> so.withConfirmed(confirmed, toConfirm));
        long done = confirmed;
        Judging judging = judging(run);
        List<Finding> batch = confirmations.unconfirmed(run.id(), null, CONFIRMED_AT_ONCE);
        while (!batch.isEmpty()) {
            report.goOn();
            long before = done;
            confirmation.confirm(run, batch, judging, asked -> report.note(so -> confirmed(so, before + asked)));
            done += batch.size();
            long now = done;
            report.note(so -> confirmed(so, now));
            batch = confirmations.unconfirmed(run.id(), batch.getLast().objectId(), CONFIRMED_AT_ONCE);
        }
        owners.read(run, report);
    }

    /** Several threads tell of it, so that what was earlier can come later. */
    private static RunProgress confirmed(RunProgress so, long devices) {
        return so.withConfirmed(Math.max(so.confirmed(), devices), so.toConfirm());
    }

    private void judge(Run run, List<DeviceFacts> page, Judging judging) {
        List<Finding> flagged = new ArrayList<>();
        List<LeftOutDevice> leftOut = new ArrayList<>();
        Map<UUID, Kind> special = new HashMap<>();
        Map<UUID, LinkState> unhealthy = new HashMap<>();
        for (DeviceFacts facts : page) {
            Kind kind = Judge.kindOf(facts, judging.rules());
            if (kind != Kind.ORDINARY) {
                special.put(facts.entra().objectId(), kind);
            }
            Judgement judged = judging.judge(facts);
            LinkState link = judging.linkOf(facts, judged);
            if (link != LinkState.HEALTHY) {
                unhealthy.put(facts.entra().objectId(), link);
            }
            switch (judged) {
                case Flagged judgement -> flagged.add(FindingMapper.finding(run, facts, judgement, now(run)));
                case LeftOut judgement -> leftOut.add(FindingMapper.leftOut(run, facts, judgement));
                case NotFlagged _ -> {}
            }
        }
        storing.lock(); // the run can be held by one at a time, and each that waits for it would keep a connection
        try {
            store(run, () -> {
                findingWriter.addFindings(flagged);
                findingWriter.addLeftOut(leftOut);
                kinds.add(run.id(), special);
                links.add(run.id(), unhealthy);
            });
        } finally {
            storing.unlock();
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
