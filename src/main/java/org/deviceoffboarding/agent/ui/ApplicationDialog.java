package org.deviceoffboarding.agent.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.deviceoffboarding.agent.UnderWay;
import org.deviceoffboarding.agent.setup.Agent;
import org.deviceoffboarding.agent.setup.AgentKind;
import org.deviceoffboarding.agent.setup.AgentService;
import org.deviceoffboarding.agent.setup.AgentWish;
import org.deviceoffboarding.agent.setup.ReadinessService;
import org.deviceoffboarding.base.ui.IdDisplay;
import org.deviceoffboarding.base.ui.Notices;
import org.deviceoffboarding.base.ui.RefusalNotice;
import org.deviceoffboarding.base.ui.TimeDisplay;
import org.deviceoffboarding.base.ui.work.LongWork;
import org.deviceoffboarding.delegation.ConsentRefusedException;
import org.deviceoffboarding.proof.ProofService;
import org.deviceoffboarding.proof.ProofState;

/** Lets the agent be the portal's application itself, in the place of a person or of nobody. */
class ApplicationDialog extends IdentityDialog {

    private final transient AgentService agents;
    private final transient Runnable done;
    private final LongWork work = new LongWork();
    private final RefusalNotice refusal = new RefusalNotice();

    /** @param done called once it is */
    ApplicationDialog(AgentService agents, ReadinessService readiness, ProofService proof, Runnable done) {
        super("Let the agent run as the portal's application?");
        this.agents = agents;
        this.done = done;
        Optional<Agent> agent = agents.find();
        show(
                agent.map(Agent::identityName).orElse("nobody: no agent is set up"),
                Agent.APPLICATION + ", which is no person");
        sayWhatChanges(agent, proof.state());
        if (agent.isPresent()) {
            agents.awaitsRun().forEach(this::say);
        }
        List<UnderWay> underWay = agents.readAsOne();
        if (agent.isPresent() && !underWay.isEmpty()) {
            say("It has to wait for what is under way, which reads the tenant as "
                    + agent.get().identityName() + " to its end:");
            show(new UnderWayList(underWay));
            return;
        }
        say(
                "It needs these permissions, granted to the app registration itself. Each is tried first; roles of a person do not count.");
        show(new Readiness(readiness.needs(AgentKind.APPLICATION), false));
        show(IdDisplay.text("Address for admin consent", readiness.consentAddress()));
        show(refusal);
        show(work);
        offerToUseIt(agent.map(AgentWish::choose).orElse(AgentWish.SET_UP));
    }

    private void sayWhatChanges(Optional<Agent> agent, ProofState proof) {
        say(
                "What changes: from the next run on the agent reads what was granted to the application, in the whole tenant and whatever a"
                        + " person may see. No person's leaving and no 90 days stop it. It lasts for as long as the permissions are granted and"
                        + " the portal can prove itself, which it does by "
                        + proof.kind().words()
                        + Optional.ofNullable(proof.validUntil())
                                .map(end -> ", valid until " + TimeDisplay.day(end))
                                .orElse("")
                        + "."
                        + agent.map(one -> " The portal deletes what it keeps of " + one.identityName() + "'s sign-in.")
                                .orElse(""));
        say("What stays: what is approved is carried out as whoever approves it, with that person's own roles."
                + (agent.isPresent() ? " Settings, results and requests stay, too." : ""));
    }

    private void offerToUseIt(AgentWish wish) {
        Button use = new Button("Use the portal's application", click -> use(wish));
        use.addThemeVariants(ButtonVariant.PRIMARY);
        use.setDisableOnClick(true);
        refusal.enablesAgain(use);
        offer(use);
    }

    /** Beside the page: Microsoft may take its time. */
    private void use(AgentWish wish) {
        refusal.clear();
        work.carryThrough(
                "Asking Microsoft.", LongWork.FEW + 1, progress -> agents.startAsApplication(wish), this::tell);
    }

    private void tell(Supplier<String> outcome) {
        try {
            Notices.info(outcome.get());
            close();
            done.run();
        } catch (ConsentRefusedException e) {
            refusal.say(e.reason());
        }
    }
}
