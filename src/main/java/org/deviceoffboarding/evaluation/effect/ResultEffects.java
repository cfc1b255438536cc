package org.deviceoffboarding.evaluation.effect;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.deviceoffboarding.base.ExportPage;
import org.deviceoffboarding.base.ListGoneException;
import org.deviceoffboarding.base.Progress;
import org.deviceoffboarding.evaluation.Run;
import org.deviceoffboarding.evaluation.execution.RunInventory;
import org.deviceoffboarding.inventory.DeviceFacts;
import org.deviceoffboarding.judging.Judgement;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.data.domain.Pageable;
import org.springframework.stereotype.Component;

/**
 * Judges the inventory of a completed run in two ways, and tells how they differ. Asks for no role: services that pages call
 * do. Not in a transaction.
 */
@Component
public class ResultEffects {

    private static final int AT_ONCE = 2_000;
    private static final int ASKED_AT_ONCE = 20_000;
    private static final int MILLISECONDS_BETWEEN_LOOKS = 200;

    private final RunInventory inventory;
    private final RefutedDevices refuted;
    private final ObjectProvider<AwaitedDevices> awaited;

    /** One at a time: each reads everything, with a connection for each processor. */
    private final Semaphore turn = new Semaphore(1, true);

    ResultEffects(RunInventory inventory, RefutedDevices refuted, ObjectProvider<AwaitedDevices> awaited) {
        this.inventory = inventory;
        this.refuted = refuted;
        this.awaited = awaited;
    }

    /** Returns how many devices have to be judged for {@link #of}. */
    public long looksAt(Run run) {
        return run.progress().entraDevices();
    }

    /**
     * Judges each device in both ways.
     *
     * @param run a completed one
     * @param present by what is decided
     * @param tried by what somebody is about to decide
     * @throws CancellationException if nobody waits for it any more
     */
    public ResultEffect of(
            Run run,
            Function<DeviceFacts, Judgement> present,
            Function<DeviceFacts, Judgement> tried,
            Progress progress) {
        awaitTurn(progress);
        try {
            BothJudgings judgings = new BothJudgings(present, tried, refuted.of(run.id()));
            EffectCount count = new EffectCount(judgings, looksAt(run), progress);
            inventory.forEachPage(run.id(), AT_ONCE, count::add);
            return count.effect(run, ids -> awaited(ids, progress));
        } finally {
            turn.release();
        }
    }

    /** Returns some of the devices for which something would be so, in the order of their object IDs, with how they are judged. */
    public List<AffectedDevice> devices(ResultEffect effect, EffectKind kind, Pageable page) {
        int from = (int) Math.min(page.getOffset(), effect.count(kind));
        return devices(effect, kind, from, page.getPageSize());
    }

    /** Returns the first part of these devices, to take them away whole. */
    public ExportPage<AffectedPart, AffectedDevice> export(ResultEffect effect, EffectKind kind) {
        return part(effect, kind, 0);
    }

    /**
     * Returns the part that follows another one.
     *
     * @throws ListGoneException if the inventory that was judged is no longer kept
     */
    public ExportPage<AffectedPart, AffectedDevice> export(ExportPage<AffectedPart, AffectedDevice> before) {
        AffectedPart part = before.of();
        return part(part.effect(), part.kind(), part.next());
    }

    private ExportPage<AffectedPart, AffectedDevice> part(ResultEffect effect, EffectKind kind, int from) {
        int next = Math.min(from + AT_ONCE, effect.count(kind));
        return new ExportPage<>(
                new AffectedPart(effect, kind, next), devices(effect, kind, from, AT_ONCE), next < effect.count(kind));
    }

    private List<AffectedDevice> devices(ResultEffect effect, EffectKind kind, int from, int most) {
        List<UUID> ids = effect.affected(kind).part(from, from + most);
        Map<UUID, DeviceFacts> known = facts(effect.run(), ids);
        List<AffectedDevice> devices = new ArrayList<>(ids.size());
        for (UUID id : ids) {
            DeviceFacts facts = known.get(id);
            if (facts != null) {
                devices.add(AffectedDevice.of(facts, effect.judgings()));
            }
        }
        if (devices.isEmpty() && !ids.isEmpty()) {
            throw new ListGoneException("The inventory of run " + effect.run().id()
                    + " is no longer kept: newer runs have replaced it. Open the page again.");
        }
        return devices;
    }

    private Map<UUID, DeviceFacts> facts(Run run, List<UUID> ids) {
        return ids.isEmpty()
                ? Map.of()
                : inventory.facts(run.id(), ids).stream()
                        .collect(Collectors.toMap(facts -> facts.entra().objectId(), Function.identity()));
    }

    /** Some at a time: a database that is asked for a million at once needs very much memory, and whoever left can't stop it. */
    private long awaited(AffectedIds ids, Progress progress) {
        long found = 0;
        for (int from = 0; from < ids.count(); from += ASKED_AT_ONCE) {
            progress.at(1, 1);
            List<UUID> part = ids.part(from, from + ASKED_AT_ONCE);
            found += awaited.stream().mapToLong(each -> each.count(part)).sum();
        }
        return found;
    }

    private void awaitTurn(Progress progress) {
        try {
            while (!turn.tryAcquire(MILLISECONDS_BETWEEN_LOOKS, TimeUnit.MILLISECONDS)) {
                progress.at(0, 1); // whoever no longer waits lets others go first
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("It was stopped");
        }
    }
}
