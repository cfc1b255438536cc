package org.deviceoffboarding.agent.ui;

import com.vaadin.flow.component.button.Button;
import java.util.List;
import org.deviceoffboarding.agent.UnderWay;
import org.deviceoffboarding.agent.setup.Agent;
import org.deviceoffboarding.agent.setup.AgentWish;
import org.deviceoffboarding.base.CurrentActor;

/** Gives the agent the identity of the person signed in, in the place of somebody else's. */
class ChooseDialog extends IdentityDialog {

    /**
     * @param underWay what reads as the identity of now, and has to end first
     * @param awaitsRun what does not go on before a run as the new identity, each in sentences
     * @param application called when the person would rather choose the portal's application
     */
    ChooseDialog(
            Agent agent,
            List<UnderWay> underWay,
            List<String> awaitsRun,
            CurrentActor currentActor,
            Runnable application) {
        super("Choose another identity?");
        if (!agent.isApplication()) {
            offer(new Button("Use the portal's application…", click -> {
                close();
                application.run();
            }));
        }
        String person = currentActor.get().name();
        if (agent.identityId().equals(currentActor.get().id())) {
            say("The agent runs as you, " + agent.identityName() + ".");
            say(
                    "To let it run as somebody else, that person signs in here as an owner, and presses “Choose another identity…”: nobody"
                            + " can lend the identity of another. Or let it run as the portal's application, which is no person.");
            return;
        }
        show(agent.identityName(), person + ", which is you");
        say(
                "What changes: from the next run on the agent reads what your own Entra roles let you read in Entra and Intune, so your"
                        + " account needs roles that may: Intune's Read Only Operator and Entra's Security Reader, or others that"
                        + " include what these may. "
                        + (agent.isApplication()
                                ? "It reads no longer as " + agent.identityName()
                                        + ". The portal keeps your sign-in, encrypted, which expires after 90 days without a run."
                                : "The portal deletes what it keeps of " + agent.identityName()
                                        + "'s sign-in, and keeps yours, encrypted."));
        say(
                "What stays: settings, results and requests. What is approved is carried out as whoever approves it, as before. "
                        + (agent.isApplication()
                                ? "What was granted to the application itself stays in Entra until it is taken back there."
                                : "The consent of " + agent.identityName()
                                        + " in Entra stays until it is taken back there."));
        awaitsRun.forEach(this::say);
        if (!underWay.isEmpty()) {
            say("It has to wait for what is under way, which reads the tenant as " + agent.identityName()
                    + " to its end:");
            show(new UnderWayList(underWay));
            return;
        }
        say("You sign in at the tenant next. It asks for consent where you have not given it.");
        offer(new ConsentButton("Sign in as " + person, AgentWish.choose(agent), currentActor));
    }
}
