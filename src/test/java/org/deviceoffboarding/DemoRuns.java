package org.deviceoffboarding;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.deviceoffboarding.agent.setup.AgentService;
import org.deviceoffboarding.agent.setup.AgentWish;
import org.deviceoffboarding.base.Actor;
import org.deviceoffboarding.base.jobs.JobQueue;
import org.deviceoffboarding.delegation.GivenConsent;
import org.deviceoffboarding.demotenant.DemoTenant;
import org.deviceoffboarding.demotenant.graph.faults.Fault;
import org.deviceoffboarding.demotenant.graph.faults.FaultSwitches;
import org.deviceoffboarding.demotenant.identity.Consent;
import org.deviceoffboarding.demotenant.identity.IdentitySwitches;
import org.deviceoffboarding.demotenant.population.DemoEntraDevice;
import org.deviceoffboarding.demotenant.population.Population;
import org.deviceoffboarding.evaluation.Run;
import org.deviceoffboarding.evaluation.RunPhase;
import org.deviceoffboarding.evaluation.RunService;
import org.deviceoffboarding.evaluation.guard.InventoryConfirmationService;
import org.deviceoffboarding.graph.Waits;
import org.deviceoffboarding.safeguard.SignedIn;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Sets the agent up and runs it against the demo tenant, as the person whom the test runs as. */
public class DemoRuns {

    public static final Actor OPERATOR = new Actor("operator-id", "operator@contoso.example");

    private final DemoTenant tenant;
    private final CuttableLine graphLine;
    private final AgentService agents;
    private final RunService runs;
    private final InventoryConfirmationService confirmations;
    private final OwnersDecisions decisions;
    private final RunFollower follower;
    private final Waits waits;
    private final JobQueue jobs;
    private final JdbcClient jdbc;

    DemoRuns(
            DemoTenant tenant,
            CuttableLine graphLine,
            AgentService agents,
            RunService runs,
            InventoryConfirmationService confirmations,
            OwnersDecisions decisions,
            RunFollower follower,
            Waits waits,
            JobQueue jobs,
            JdbcClient jdbc) {
        this.tenant = tenant;
        this.graphLine = graphLine;
        this.agents = agents;
        this.runs = runs;
        this.confirmations = confirmations;
        this.decisions = decisions;
        this.follower = follower;
        this.waits = waits;
        this.jobs = jobs;
        this.jdbc = jdbc;
    }

    /** Puts everything right that an earlier test may have broken. What earlier runs found stays. */
    public void startAfresh() {
        runs.active().ifPresent(run -> follower.awaitEnd(run.id()));
        graphLine.mend();
        faults().clear();
        faults().forgetRequests();
        population().resetSwitches();
        tenant.context().getBean(IdentitySwitches.class).reset();
        follower.forgetActions();
        waits.forget();
    }

    public void removeAgent() {
        jdbc.sql("delete from agent").update();
    }

    /** Lets the owner of the demo tenant consent to everything that the agent needs. */
    public Consent consent() {
        return Consent.of(tenant, "owner", "openid profile offline_access " + String.join(" ", permissions()));
    }

    /** Returns Graph's permissions that the agent needs. */
    public List<String> permissions() {
        return agents.requirements().stream()
                .map(requirement -> requirement.permission())
                .toList();
    }

    /** Sets the agent up with a consent, and waits for the run that the first set-up starts. */
    public void start(Consent consent) {
        As.person(actor(consent), () -> {
            AgentWish wish = agents.find().map(AgentWish::choose).orElse(AgentWish.SET_UP);
            agents.start(given(consent), wish);
        });
        runs.active().ifPresent(run -> follower.awaitEnd(run.id()));
    }

    /** Lets the agent be the portal's application, waits for the run that the first set-up starts, and returns what was said. */
    public String startAsApplication(Actor owner, AgentWish wish) {
        String done = As.person(owner, () -> agents.startAsApplication(wish));
        runs.active().ifPresent(run -> follower.awaitEnd(run.id()));
        return done;
    }

    public static GivenConsent given(Consent consent) {
        return new GivenConsent(consent.accessToken(), consent.refreshToken(), Set.copyOf(consent.scopes()));
    }

    public static Actor actor(Consent consent) {
        return new Actor(consent.personId(), consent.personName());
    }

    /** Runs the agent and returns the run once it has ended. */
    public Run run() {
        return follower.awaitEnd(As.person(OPERATOR, () -> runs.start()).id());
    }

    /** Returns a run that the schedule starts, once it has ended. The portal looks for what is due now, rather than in ten seconds. */
    public Run scheduled() {
        jdbc.sql("update scheduled_tasks set execution_time = now() where task_name = 'run-schedule' and not picked")
                .update();
        jobs.wake();
        return follower.awaitEndBy(Actor.SCHEDULE);
    }

    /** Confirms what the newest run read, and returns the run that follows once it has ended. */
    public Run confirmInventory() {
        long incomplete = runs.latest().orElseThrow().id();
        return follower.awaitEnd(
                As.person(OPERATOR, () -> confirmations.confirm(incomplete)).id());
    }

    /** Makes sure that there is an agent and a result to lose, which goes by no decision of an owner; whoever the test runs as. */
    public void haveResult() {
        decisions.takeBack();
        SignedIn.asOwner("owner", this::makeResult);
    }

    private void makeResult() {
        if (agents.find().isEmpty() || agents.find().get().expired()) {
            start(consent());
        }
        if (!decisions.areInResult()) {
            run();
        }
    }

    /** Takes back what owners decided; the result goes by it until the next run. */
    public void takeDecisionsBack() {
        decisions.takeBack();
    }

    public ShownResult result() {
        return ShownResult.of(jdbc);
    }

    public FaultSwitches faults() {
        return tenant.context().getBean(FaultSwitches.class);
    }

    public void strike(Fault... faults) {
        for (Fault fault : faults) {
            faults().add(fault);
        }
    }

    /** Returns the first Entra device of the tenant that is as wanted. */
    public DemoEntraDevice device(Predicate<DemoEntraDevice> wanted) {
        return IntStream.range(0, population().size())
                .mapToObj(number -> population().entraDevice(number, Instant.MAX))
                .filter(Objects::nonNull)
                .filter(wanted)
                .findFirst()
                .orElseThrow();
    }

    public Population population() {
        return tenant.context().getBean(Population.class);
    }

    /** Lets something go wrong once a phase begins. */
    public void strikeAt(RunPhase phase, Fault fault) {
        follower.when(phase, () -> strike(fault));
    }

    /** Cuts the line to Graph once a phase begins. */
    public void cutGraphAt(RunPhase phase) {
        follower.when(phase, graphLine::cut);
    }

    public void cutGraph() {
        graphLine.cut();
    }
}
