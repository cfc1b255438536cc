package org.deviceoffboarding.evaluation.retention;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.BooleanSupplier;
import org.deviceoffboarding.agent.AgentRemains;
import org.deviceoffboarding.agent.UnderWay;
import org.deviceoffboarding.audit.AuditLog;
import org.deviceoffboarding.base.Actor;
import org.deviceoffboarding.base.CurrentActor;
import org.deviceoffboarding.evaluation.ResultForgotten;
import org.deviceoffboarding.evaluation.execution.RunInventory;
import org.deviceoffboarding.evaluation.listing.ListedFindings;
import org.deviceoffboarding.evaluation.listing.ListedLeftOut;
import org.deviceoffboarding.evaluation.rules.RulesReset;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** What runs of an agent read and found, and by which thresholds: it goes with the agent. */
@Component
@Order(10)
class RunRemains implements AgentRemains {

    private static final int KINDS_AT_ONCE = 20_000;

    private final RemovedResults results;
    private final ResultExpiry expiry;
    private final RunInventory inventory;
    private final ListedFindings findingLists;
    private final ListedLeftOut leftOutLists;
    private final RulesReset rules;
    private final RetentionRepository retention;
    private final AuditLog auditLog;
    private final CurrentActor currentActor;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    RunRemains(
            RemovedResults results,
            ResultExpiry expiry,
            RunInventory inventory,
            ListedFindings findingLists,
            ListedLeftOut leftOutLists,
            RulesReset rules,
            RetentionRepository retention,
            AuditLog auditLog,
            CurrentActor currentActor,
            ApplicationEventPublisher events,
            Clock clock) {
        this.results = results;
        this.expiry = expiry;
        this.inventory = inventory;
        this.findingLists = findingLists;
        this.leftOutLists = leftOutLists;
        this.rules = rules;
        this.retention = retention;
        this.auditLog = auditLog;
        this.currentActor = currentActor;
        this.events = events;
        this.clock = clock;
    }

    @Override
    public List<UnderWay> underWay() {
        return results.running().stream()
                .map(run -> new UnderWay("Run " + run, "runs/" + run, true))
                .toList();
    }

    @Override
    public List<String> goes() {
        List<String> goes = new ArrayList<>();
        results.newest()
                .forEach(read -> goes.add(numbers(
                        "The inventory: %,d Entra devices, %,d managed devices and %,d Autopilot registrations as they were last read.",
                        read.entraDevices(), read.managedDevices(), read.autopilotIdentities())));
        RemovedResults.Totals totals = results.totals();
        if (totals.runs() > 0) {
            goes.add(numbers(
                    totals.runs() == 1
                            ? "The result of %,d run: %,d findings, %,d devices that were left out, and %,d suggestions with their status, notes and ticked steps."
                            : "The results of %,d runs: %,d findings, %,d devices that were left out, and %,d suggestions with their status, notes and ticked steps.",
                    totals.runs(),
                    totals.flagged(),
                    totals.leftOut(),
                    totals.suggestions()));
        }
        goes.addAll(rules.goes());
        if (isRetentionSaved()) {
            goes.add("For how many days results are kept: back to " + Retention.DEFAULT.days() + ".");
        }
        return goes;
    }

    private boolean isRetentionSaved() {
        return retention.newest().days() != Retention.DEFAULT.days();
    }

    private static String numbers(String sentence, Object... counts) {
        return String.format(Locale.ENGLISH, sentence, counts);
    }

    @Override
    public List<String> stays() {
        return rules.stays();
    }

    @Override
    public void withdraw() {
        inventory.withdraw();
        results.withdraw(clock.instant());
        rules.reset(
                "The agent was removed, and with it thresholds went back to what they are at first, unless they are stricter.");
        if (isRetentionSaved()) {
            Actor by = currentActor.get();
            Retention before = retention.newest();
            retention.add(before.version(), Retention.DEFAULT.days(), by, clock.instant());
            auditLog.record(by, new RetentionChanged(before.days(), Retention.DEFAULT.days()));
        }
        events.publishEvent(new ResultForgotten(ResultForgotten.ALL));
    }

    @Override
    public boolean clear(BooleanSupplier stopping) {
        return inventory.forgetAll(stopping);
    }

    @Override
    public boolean tidy(BooleanSupplier stopping) {
        boolean findingsGone = findingLists.dropUnknown();
        boolean leftOutGone = leftOutLists.dropUnknown();
        while (!stopping.getAsBoolean() && results.removeKinds(KINDS_AT_ONCE) > 0) {
            // some at a time, so that nobody waits
        }
        results.toEmpty().forEach(run -> expiry.empty(run, stopping));
        return findingsGone
                && leftOutGone
                && !results.hasKinds()
                && results.toEmpty().isEmpty();
    }
}
