package org.deviceoffboarding.evaluation.execution;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.function.IntConsumer;
import java.util.stream.Collectors;
import org.deviceoffboarding.evaluation.Finding;
import org.deviceoffboarding.evaluation.Run;
import org.deviceoffboarding.inventory.DeviceFacts;
import org.deviceoffboarding.judging.Judgement;
import org.deviceoffboarding.judging.Judgement.Flagged;
import org.deviceoffboarding.judging.Judgement.LeftOut;
import org.deviceoffboarding.judging.Judgement.NotFlagged;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Asks Intune by key whether it has flagged devices: by their device IDs, and for the records that earlier inventories knew by
 * their Intune IDs, since a record can lose its device ID. What Intune has is judged again.
 */
@Component
class KeyConfirmation {

    private final RunInventory inventory;
    private final RunStore runs;
    private final ConfirmationRepository confirmations;
    private final FindingWriter findingWriter;
    private final LinkWriter links;
    private final TransactionTemplate transactions;
    private final Clock clock;

    KeyConfirmation(
            RunInventory inventory,
            RunStore runs,
            ConfirmationRepository confirmations,
            FindingWriter findingWriter,
            LinkWriter links,
            TransactionTemplate transactions,
            Clock clock) {
        this.inventory = inventory;
        this.runs = runs;
        this.confirmations = confirmations;
        this.findingWriter = findingWriter;
        this.links = links;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** @param asked is told how many of the batch were asked for by now, from several threads, and in no certain order */
    void confirm(Run run, List<Finding> batch, Judging judging, IntConsumer asked) {
        List<UUID> deviceIds = batch.stream()
                .map(Finding::deviceId)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        Set<UUID> present = inventory.confirm(run.id(), deviceIds, half(0, batch.size(), deviceIds.size(), asked));
        Set<UUID> moved = moved(run, batch, asked);
        Instant at = clock.instant();
        transactions.executeWithoutResult(transaction -> {
            runs.hold(run);
            List<UUID> confirmed = new ArrayList<>();
            for (Finding finding : batch) {
                boolean found = present.contains(finding.deviceId());
                if (!(found || moved.contains(finding.objectId())) || judgeAgain(run, finding, found, judging)) {
                    confirmed.add(finding.objectId());
                }
            }
            confirmations.confirm(run.id(), confirmed, at);
        });
    }

    /**
     * Tells of answers as of devices. A device counts half as asked for by its device ID, and half by its former records: how many
     * these are is known only then.
     */
    private static IntConsumer half(int before, int devices, int questions, IntConsumer asked) {
        var answered = new AtomicLong();
        return more ->
                asked.accept((int) (devices * (before * questions + answered.addAndGet(more)) / (2L * questions)));
    }

    /** Returns the devices of whose former records Intune has one that its list did not show. */
    private Set<UUID> moved(Run run, List<Finding> batch, IntConsumer asked) {
        Map<UUID, DeviceFacts> facts =
                inventory.facts(run.id(), batch.stream().map(Finding::objectId).toList()).stream()
                        .collect(Collectors.toMap(each -> each.entra().objectId(), Function.identity()));
        List<UUID> records = facts.values().stream()
                .flatMap(each -> each.formerIntuneIds().stream())
                .distinct()
                .toList();
        Set<UUID> found = inventory.confirmRecords(run.id(), records, half(1, batch.size(), records.size(), asked));
        return facts.values().stream()
                .filter(each -> each.formerIntuneIds().stream().anyMatch(found::contains))
                .map(each -> each.entra().objectId())
                .collect(Collectors.toSet());
    }

    /**
     * Intune does have a record, which is among the facts by now.
     *
     * @param found whether by the device ID; else only a record was found that names it no longer
     * @return whether the device is flagged all the same for what was to be confirmed
     */
    private boolean judgeAgain(Run run, Finding finding, boolean found, Judging judging) {
        DeviceFacts facts = inventory
                .facts(run.id(), finding.objectId())
                .orElseThrow(() -> new IllegalStateException("No facts of device " + finding.objectId()));
        findingWriter.removeFinding(run.id(), finding.objectId());
        Judgement judged = judging.judge(facts);
        links.set(run.id(), finding.objectId(), judging.linkOf(facts, judged));
        switch (judged) {
            case Flagged judgement
            when !found || !judgement.situation().confirmedByKey() -> {
                Instant now = Objects.requireNonNull(run.readAt(), "A run has read before it judges");
                findingWriter.addFindings(List.of(FindingMapper.finding(run, facts, judgement, now)));
                return judgement.situation().confirmedByKey();
            }
            case LeftOut judgement -> findingWriter.addLeftOut(List.of(FindingMapper.leftOut(run, facts, judgement)));
            case Flagged _, NotFlagged _ ->
                findingWriter.addLeftOut(List.of(FindingMapper.notConfirmed(run, facts, finding)));
        }
        return false;
    }
}
