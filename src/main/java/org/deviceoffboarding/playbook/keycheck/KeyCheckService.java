package org.deviceoffboarding.playbook.keycheck;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.deviceoffboarding.agent.AgentFeature;
import org.deviceoffboarding.agent.AgentFeatures;
import org.deviceoffboarding.agent.AgentHold;
import org.deviceoffboarding.audit.AuditLog;
import org.deviceoffboarding.base.Actor;
import org.deviceoffboarding.base.Capability;
import org.deviceoffboarding.base.CurrentActor;
import org.deviceoffboarding.base.May;
import org.deviceoffboarding.base.jobs.JobQueue;
import org.deviceoffboarding.playbook.definition.PlaybookRefusedException;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** Finds out, before anything is deleted, whether the keys of a suggestion's Windows devices are kept. */
@Service
@May(Capability.READ)
public class KeyCheckService {

    private static final List<AgentFeature> OF_KEYS =
            List.of(AgentFeature.BITLOCKER_KEYS, AgentFeature.LOCAL_PASSWORDS);

    private final KeyCheckRepository checks;
    private final SuggestedDeviceRepository devices;
    private final AgentHold agent;
    private final AgentFeatures features;
    private final AuditLog auditLog;
    private final CurrentActor currentActor;
    private final JobQueue jobs;
    private final TransactionTemplate transactions;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    KeyCheckService(
            KeyCheckRepository checks,
            SuggestedDeviceRepository devices,
            AgentHold agent,
            AgentFeatures features,
            AuditLog auditLog,
            CurrentActor currentActor,
            JobQueue jobs,
            TransactionTemplate transactions,
            ApplicationEventPublisher events,
            Clock clock) {
        this.checks = checks;
        this.devices = devices;
        this.agent = agent;
        this.features = features;
        this.auditLog = auditLog;
        this.currentActor = currentActor;
        this.jobs = jobs;
        this.transactions = transactions;
        this.events = events;
        this.clock = clock;
    }

    /** Returns what is known about the keys of a suggestion's Windows devices. */
    public KeySummary summary(long suggestionId) {
        return devices.keys(suggestionId);
    }

    /**
     * Returns sentences that say what can't be found out about keys for want of a permission or a role; empty if all can be, as far
     * as is known.
     */
    public List<String> lacking() {
        return OF_KEYS.stream()
                .flatMap(feature ->
                        features
                                .lacking(feature)
                                .map(why -> "It can't be found out " + feature.words() + ": " + why)
                                .stream())
                .toList();
    }

    /** Returns whether nothing can be found out about keys, see {@link #lacking()}. */
    public boolean canCheck() {
        return lacking().size() < OF_KEYS.size();
    }

    /** Returns the newest check of a suggestion, whatever became of it. */
    public Optional<KeyCheck> latest(long suggestionId) {
        return checks.newest(suggestionId)
                .map(check -> check.withChecked(devices.countCheckedSince(check.suggestionId(), check.requestedAt())));
    }

    /**
     * Starts to check all Windows devices of a suggestion in the background, with the agent's identity, and returns at
     * once. It goes on after a restart of the portal. Listen to {@link KeyCheckChanged} to follow it.
     *
     * @throws PlaybookRefusedException if a check of this suggestion goes on, there is nothing to check, or nothing can be found out
     * @throws org.deviceoffboarding.agent.AgentMissingException if no agent is set up
     */
    @May(Capability.CHECK_KEYS)
    public void start(long suggestionId) {
        Actor actor = currentActor.get();
        if (!canCheck()) {
            throw new PlaybookRefusedException(String.join(" ", lacking()));
        }
        transactions.executeWithoutResult(transaction -> {
            agent.hold();
            long windows = devices.keys(suggestionId).devices();
            if (windows == 0) {
                throw new PlaybookRefusedException(
                        "This suggestion has no Windows devices, so there are no keys to check.");
            }
            OptionalLong check = checks.create(suggestionId, clock.instant(), actor);
            if (check.isEmpty()) {
                throw new PlaybookRefusedException("The keys are being checked already. Wait until that has finished.");
            }
            jobs.add(KeyCheckTask.of(check.getAsLong()));
            auditLog.record(actor, new KeyCheckAction.Requested(suggestionId, windows));
        });
        jobs.wake(); // only now is the check visible to the thread that carries it out
        events.publishEvent(new KeyCheckChanged(suggestionId));
    }
}
