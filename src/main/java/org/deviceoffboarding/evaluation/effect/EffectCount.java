package org.deviceoffboarding.evaluation.effect;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.ToLongFunction;
import org.deviceoffboarding.base.Progress;
import org.deviceoffboarding.evaluation.Run;
import org.deviceoffboarding.evaluation.effect.ResultEffect.SuggestedCount;
import org.deviceoffboarding.inventory.DeviceFacts;
import org.deviceoffboarding.judging.Judgement;
import org.deviceoffboarding.judging.Judgement.Flagged;
import org.deviceoffboarding.judging.Situation;

/** Adds up what would become of devices, from several threads. Of each device that is affected it keeps its ID alone: there may be very many. */
final class EffectCount {

    private final BothJudgings judgings;
    private final Progress progress;
    private final long expected;
    private final Map<Situation, Long> now = new EnumMap<>(Situation.class);
    private final Map<Situation, Long> then = new EnumMap<>(Situation.class);
    private final Map<EffectKind, AffectedIds> affected = new EnumMap<>(EffectKind.class);
    private long devices;
    private long toConfirm;

    /** @param expected about how many devices there are, for whoever waits */
    EffectCount(BothJudgings judgings, long expected, Progress progress) {
        this.judgings = judgings;
        this.expected = expected;
        this.progress = progress;
    }

    private record Judged(UUID objectId, Judgement now, Judgement then) {}

    /** @throws java.util.concurrent.CancellationException if nobody waits for it any more */
    void add(List<DeviceFacts> page) {
        List<Judged> judged = page.stream()
                .map(facts -> new Judged(facts.entra().objectId(), judgings.now(facts), judgings.then(facts)))
                .toList();
        addUp(judged);
    }

    /** @param awaited counts those of some devices that are in work which goes by what is suggested */
    ResultEffect effect(Run run, ToLongFunction<AffectedIds> awaited) {
        affected.values().forEach(AffectedIds::sort);
        Map<Situation, SuggestedCount> situations = new EnumMap<>(Situation.class);
        for (Situation situation : Situation.values()) {
            SuggestedCount count =
                    new SuggestedCount(now.getOrDefault(situation, 0L), then.getOrDefault(situation, 0L));
            if (count.now() + count.then() > 0) {
                situations.put(situation, count);
            }
        }
        return new ResultEffect(
                run,
                devices,
                situations,
                affected,
                toConfirm,
                awaited.applyAsLong(affected.getOrDefault(EffectKind.GOES, AffectedIds.NONE)),
                judgings);
    }

    private synchronized void addUp(List<Judged> judged) {
        judged.forEach(this::addUp);
        devices += judged.size();
        progress.at(Math.min(devices, expected), expected);
    }

    private void addUp(Judged device) {
        count(device.now(), now);
        count(device.then(), then);
        EffectKind.of(device.now(), device.then()).ifPresent(kind -> {
            affected.computeIfAbsent(kind, none -> new AffectedIds()).add(device.objectId());
            toConfirm +=
                    kind != EffectKind.GOES && !restsOnNoRecord(device.now()) && restsOnNoRecord(device.then()) ? 1 : 0;
        });
    }

    private static void count(Judgement judgement, Map<Situation, Long> counts) {
        if (judgement instanceof Flagged flagged) {
            counts.merge(flagged.situation(), 1L, Long::sum);
        }
    }

    private static boolean restsOnNoRecord(Judgement judgement) {
        return judgement instanceof Flagged flagged && flagged.situation().confirmedByKey();
    }
}
