package org.deviceoffboarding.ask.answer;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.deviceoffboarding.ask.answer.ComparedAnswer.FittedDevice;
import org.deviceoffboarding.ask.question.Condition;
import org.deviceoffboarding.ask.question.Since;
import org.deviceoffboarding.evaluation.Run;
import org.deviceoffboarding.evaluation.RunService;
import org.deviceoffboarding.inventory.DeviceRow;
import org.deviceoffboarding.inventory.criterion.AskedDevices;
import org.deviceoffboarding.inventory.criterion.AskedOrder;
import org.deviceoffboarding.inventory.criterion.DeviceCondition;
import org.deviceoffboarding.inventory.criterion.DeviceSubset;
import org.deviceoffboarding.judging.Timestamps;
import org.deviceoffboarding.language.ConditionType;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Compares what fits now with what fitted when an earlier result counted: in the copy of the tenant that is kept of the run before
 * the newest, else among the findings that are kept of the other.
 */
@Component
class Comparisons {

    /** Nobody keeps how these stood. */
    private static final Set<ConditionType> OF_NOW = Set.of(
            ConditionType.PART_OF,
            ConditionType.BITLOCKER,
            ConditionType.LAPS,
            ConditionType.GROUP,
            ConditionType.DEPARTMENT);

    private final RunService runs;
    private final AskedDevices devices;
    private final ThenRepository then;

    Comparisons(RunService runs, AskedDevices devices, ThenRepository then) {
        this.runs = runs;
        this.devices = devices;
        this.then = then;
    }

    /** @param fitting how many fit now */
    ComparedAnswer of(Asked asked, Since since, long fitting, List<String> notes) {
        return switch (since) {
            case Since.PreviousRun _ ->
                runs.completedBefore(asked.runId(), 1).stream()
                        .findFirst()
                        .map(run -> with(asked, run, fitting, notes))
                        .orElseGet(
                                () -> ComparedAnswer.impossible(
                                        "There is no run before the newest one whose result is kept: nothing to compare with yet."));
            case Since.On on -> onDay(asked, on, fitting, notes);
        };
    }

    private ComparedAnswer onDay(Asked asked, Since.On on, long fitting, List<String> notes) {
        Instant moment = on.moment().to(asked.now(), ZoneOffset.UTC);
        Optional<Run> run = runs.countedAt(moment);
        if (run.isEmpty()) {
            return ComparedAnswer.impossible(
                    "No run had ended with a result by " + Timestamps.words(moment) + ": nothing to compare with.");
        }
        if (run.get().id() == asked.runId()) {
            return ComparedAnswer.impossible("No newer run has ended since " + Timestamps.words(moment)
                    + ": the newest result is the one that counted then.");
        }
        return with(asked, run.get(), fitting, notes);
    }

    private ComparedAnswer with(Asked asked, Run run, long fitting, List<String> notes) {
        if (run.forgottenAt() != null) {
            return ComparedAnswer.impossible(
                    "What run " + run.id() + " found is no longer kept: it is older than an owner keeps results.");
        }
        Condition where = asked.question().where();
        boolean copyKept = devices.has(run.id()) && devices.isComplete(run.id()) && !asksForLinks(where);
        if (copyKept) {
            noteWhatIsOfNow(where, notes);
            return compared(asked, run, fitting, devices.subset(run.id(), before(asked, run)), false);
        }
        return then.flagged(run.id(), where)
                .map(flagged -> compared(asked, run, fitting, flagged, true))
                .orElseGet(() -> ComparedAnswer.impossible("Of run " + run.id() + " (" + Timestamps.words(at(run))
                        + ") the inventory is no longer kept, only what it flagged. Compare with the run before the newest, or ask"
                        + " for flagged devices or a situation, by platform, ownership or join type."));
    }

    /** What is relative counted from when that run had read the tenant. */
    private static DeviceCondition before(Asked asked, Run run) {
        Translation translation = asked.translation();
        return new Translation(
                        translation.picks(), translation.members(), run.readAt() == null ? at(run) : run.readAt())
                .of(asked.question().where());
    }

    private ComparedAnswer compared(Asked asked, Run run, long fitting, DeviceSubset before, boolean ofFindings) {
        DeviceCondition added = new DeviceCondition.All(
                List.of(asked.devices(), new DeviceCondition.Not(new DeviceCondition.Picked(before))));
        long fittedThen = then.count(before);
        long fresh = devices.count(asked.runId(), added);
        DeviceSubset now = devices.subset(asked.runId(), asked.devices());
        List<FittedDevice> gone = ofFindings
                ? then.goneFindings(run.id(), before, now, ComparedAnswer.NAMED)
                : devices
                        .only(run.id(), before(asked, run), asked.runId(), asked.devices(), ComparedAnswer.NAMED)
                        .stream()
                        .map(Comparisons::device)
                        .toList();
        return new ComparedAnswer(
                run.id(),
                at(run),
                null,
                fittedThen,
                fresh,
                fittedThen - (fitting - fresh),
                devices.first(asked.runId(), added, AskedOrder.NAME, true, ComparedAnswer.NAMED).stream()
                        .map(Comparisons::device)
                        .toList(),
                gone);
    }

    private static FittedDevice device(DeviceRow row) {
        return new FittedDevice(row.objectId(), row.name());
    }

    private static void noteWhatIsOfNow(@Nullable Condition where, List<String> notes) {
        if (where != null && where.criteria().stream().anyMatch(criterion -> OF_NOW.contains(criterion.type()))) {
            notes.add(
                    "Tasks, requests, exceptions, keys, groups and departments are compared as they are now: how they stood then"
                            + " is not kept.");
        }
    }

    private static boolean asksForLinks(@Nullable Condition where) {
        return where != null && where.criteria().stream().anyMatch(criterion -> criterion.type() == ConditionType.LINK);
    }

    private static Instant at(Run run) {
        return run.finishedAt() == null ? run.requestedAt() : run.finishedAt();
    }
}
