package org.deviceoffboarding.agent.removal;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.deviceoffboarding.agent.AgentRemains;
import org.deviceoffboarding.agent.UnderWay;
import org.deviceoffboarding.agent.setup.Agent;
import org.deviceoffboarding.agent.setup.AgentEnd;
import org.deviceoffboarding.agent.setup.AgentLock;
import org.deviceoffboarding.audit.AuditLog;
import org.deviceoffboarding.base.Actor;
import org.deviceoffboarding.base.Capability;
import org.deviceoffboarding.base.ChangedMeanwhileException;
import org.deviceoffboarding.base.CurrentActor;
import org.deviceoffboarding.base.May;
import org.deviceoffboarding.base.jobs.JobQueue;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** Removes the agent: its identity and tokens at once, what it read and found as soon as that can be. */
@Service
@May(Capability.REMOVE_AGENT)
public class AgentRemovalService {

    /** What has to be typed. */
    public static final String WORD = "remove";

    private final AgentRemovals removals;
    private final AgentLock lock;
    private final AgentEnd agents;
    private final List<AgentRemains> remains;
    private final JobQueue jobs;
    private final AuditLog auditLog;
    private final CurrentActor currentActor;
    private final TransactionTemplate transactions;
    private final Clock clock;

    AgentRemovalService(
            AgentRemovals removals,
            AgentLock lock,
            AgentEnd agents,
            List<AgentRemains> remains,
            JobQueue jobs,
            AuditLog auditLog,
            CurrentActor currentActor,
            TransactionTemplate transactions,
            Clock clock) {
        this.removals = removals;
        this.lock = lock;
        this.agents = agents;
        this.remains = remains;
        this.jobs = jobs;
        this.auditLog = auditLog;
        this.currentActor = currentActor;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Returns what it would mean now. */
    @Transactional(readOnly = true)
    public RemovalPlan plan() {
        return look();
    }

    /** Returns when the agent was last removed and by whom, whether or not it was set up again since; nothing if it never was. */
    @May(Capability.READ)
    @Transactional(readOnly = true)
    public Optional<AgentRemoval> latest() {
        return removals.newest();
    }

    /**
     * Removes the agent. From then on nothing shows what it read or found; that is deleted in the background, also after a restart
     * of the portal, and no agent can be set up before. Nothing is changed in Entra.
     *
     * @param typed has to be {@link #WORD}
     * @throws RemovalRefusedException if it is not, no agent is set up, or something is under way that has to end first
     */
    public void remove(String typed) {
        if (!typed.strip().equalsIgnoreCase(WORD)) {
            throw new RemovalRefusedException("Type “" + WORD + "” to remove the agent. Nothing was changed.");
        }
        Actor actor = currentActor.get();
        try {
            transactions.executeWithoutResult(transaction -> remove(actor));
        } catch (PessimisticLockingFailureException e) {
            throw new RemovalRefusedException(
                    "Somebody is just beginning something that needs the agent. Nothing was changed. Wait a moment, then try again.");
        } catch (ChangedMeanwhileException e) {
            throw new RemovalRefusedException(
                    "Somebody saved settings at the same moment. Nothing was changed. Try again.");
        }
        jobs.wake(); // only now is there something to clear
    }

    private void remove(Actor actor) {
        lock.holdAlone();
        Agent agent = agents.find()
                .orElseThrow(() -> new RemovalRefusedException(
                        "No agent is set up: somebody has removed it meanwhile. There is nothing left to do."));
        RemovalPlan plan = look();
        if (!plan.possible()) {
            throw new RemovalRefusedException("Nothing was changed: "
                    + String.join(
                            ", ", plan.underWay().stream().map(UnderWay::name).toList())
                    + (plan.underWay().size() == 1 ? " is" : " are")
                    + " under way and must end first.");
        }
        auditLog.record(actor, new AgentRemoved(agent.identityName(), plan));
        remains.forEach(AgentRemains::withdraw);
        agents.end();
        long removal = removals.add(new AgentRemoval(clock.instant(), actor, agent.identityName(), null, null));
        jobs.add(RemovalTask.of(removal));
    }

    private RemovalPlan look() {
        return new RemovalPlan(
                remains.stream().flatMap(each -> each.underWay().stream()).toList(),
                Stream.concat(
                                agents.find().stream().map(AgentRemovalService::identity),
                                remains.stream().flatMap(each -> each.goes().stream()))
                        .toList(),
                Stream.concat(always(), remains.stream().flatMap(each -> each.stays().stream()))
                        .toList());
    }

    private static String identity(Agent agent) {
        return agent.isApplication()
                ? "That the agent reads as " + agent.identityName() + ". The portal keeps no sign-in for that."
                : "The identity of " + agent.identityName() + ", with its tokens.";
    }

    private static Stream<String> always() {
        return Stream.of(
                "All that was changed in Entra, and the audit log with every entry.",
                "The consent that was given in Entra, to a person or to the application itself: take it back there, under Enterprise"
                        + " applications, if it is not to stay.");
    }
}
