package org.deviceoffboarding.ask.answer;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.deviceoffboarding.evaluation.Finding;
import org.deviceoffboarding.evaluation.Run;
import org.deviceoffboarding.evaluation.RunResults;
import org.deviceoffboarding.evaluation.leftout.LeftOutDevice;
import org.deviceoffboarding.evaluation.leftout.LeftOutService;
import org.deviceoffboarding.inventory.DeviceFacts;
import org.deviceoffboarding.inventory.ManagedDevice;
import org.deviceoffboarding.judging.Judge;
import org.deviceoffboarding.judging.JudgingRules;
import org.deviceoffboarding.judging.LinkState;
import org.deviceoffboarding.judging.Timestamps;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Says why the newest result flags a device, left it out, or has nothing to say of it. */
@Component
class WhyReport {

    private final LeftOutService leftOut;
    private final RunResults results;

    WhyReport(LeftOutService leftOut, RunResults results) {
        this.leftOut = leftOut;
        this.results = results;
    }

    /** Returns whether it is flagged, for what, or why not, in a sentence or two. */
    List<String> shortly(Run run, DeviceFacts device, Optional<Finding> finding) {
        List<String> all = of(run, device, finding);
        return finding.isPresent() ? all.subList(0, 1) : all;
    }

    /** Returns all that was found. */
    List<String> of(Run run, DeviceFacts device, Optional<Finding> finding) {
        if (finding.isPresent()) {
            return flagged(finding.get());
        }
        return leftOut.get(run.id(), device.entra().objectId())
                .map(WhyReport::leftOut)
                .orElseGet(() -> well(run, device));
    }

    private static List<String> flagged(Finding finding) {
        List<String> sentences = new ArrayList<>();
        sentences.add("It is flagged: " + finding.situation().label() + ".");
        sentences.addAll(finding.evidence());
        if (finding.confirmedAt() != null) {
            sentences.add("Confirmed by key: Intune was asked for its device ID on "
                    + Timestamps.words(finding.confirmedAt()) + " and has no such record.");
        }
        return sentences;
    }

    private static List<String> leftOut(LeftOutDevice device) {
        return List.of(
                "It is not flagged: a rule left it out. Without that rule it would be in the situation: "
                        + device.situation().label() + ".",
                device.reason().label() + ". " + device.detail());
    }

    /** No situation holds: what speaks against those that come nearest. */
    private List<String> well(Run run, DeviceFacts device) {
        JudgingRules rules = results.rules(run.id()).rules();
        Instant at = run.readAt() == null ? run.requestedAt() : run.readAt();
        List<String> sentences = new ArrayList<>();
        sentences.add("It is not flagged, and no rule left it out: no situation holds for it.");
        sentences.add(link(Judge.linkOf(device, rules, at)));
        sentences.add(activity("Entra", "signed in", device.entra().lastSignIn(), rules, at));
        if (!device.managed().isEmpty()) {
            sentences.add(activity("Intune", "synced", lastSync(device), rules, at));
        }
        return sentences;
    }

    private static String link(LinkState state) {
        return switch (state) {
            case HEALTHY -> "Intune has its record.";
            case LEAVING -> "Intune has its record, and has not finished with it yet.";
            case REMOVED -> "Intune has no record of it, and a removal explains that.";
            case BROKEN -> "Intune has no record of it, though Entra says that Intune manages it.";
            case UNCLAIMED -> "Intune has no record of it, and Entra does not say that it should.";
        };
    }

    private static String activity(String where, String did, @Nullable Instant last, JudgingRules rules, Instant at) {
        Instant known = Timestamps.known(last, at);
        if (known == null) {
            return where + " records no time at which it last " + did
                    + ": that is not known, which never counts as long ago.";
        }
        long days = rules.silentAfter().toDays();
        return "It last " + did + " in " + where + " on " + Timestamps.words(known) + ", which is "
                + (known.isBefore(at.minus(rules.silentAfter()))
                        ? "more than " + days + " days ago."
                        : "no more than " + days + " days ago.");
    }

    private static @Nullable Instant lastSync(DeviceFacts device) {
        Instant last = null;
        for (ManagedDevice record : device.managed()) {
            Instant sync = record.lastSync();
            last = last == null || sync != null && sync.isAfter(last) ? sync : last;
        }
        return last;
    }
}
