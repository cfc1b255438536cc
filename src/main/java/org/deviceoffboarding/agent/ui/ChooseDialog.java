package org.deviceoffboarding.agent.ui;

import java.util.List;
import org.deviceoffboarding.agent.UnderWay;
import org.deviceoffboarding.agent.setup.Agent;
import org.deviceoffboarding.agent.setup.AgentWish;
import org.deviceoffboarding.base.CurrentActor;

/** Gives the agent the identity of the person signed in, in the place of somebody else's. */
class ChooseDialog extends IdentityDialog {

    /** @param underWay what reads as the identity of now, and has to end first */
    ChooseDialog(Agent agent, List<UnderWay> underWay, CurrentActor currentActor) {
        super("Choose another identity?");
        String person = currentActor.get().name();
        if (agent.identityId().equals(currentActor.get().id())) {
            say("The agent runs as you, " + agent.identityName() + ".");
            say(
                    "To let it run as somebody else, that person signs in here as an owner, and presses “Choose another identity…”: nobody"
                            + " can lend the identity of another.");
            return;
        }
        show(agent.identityName(), person + ", which is you");
        say(
                "What changes: from the next run on the agent reads what your own Entra roles let you read in Entra and Intune, so your"
                        + " account needs one that may, such as Intune Administrator. The portal deletes what it keeps of "
                        + agent.identityName() + "'s sign-in, and keeps yours, encrypted.");
        say(
                "What stays: settings, results and requests. What is approved is carried out as whoever approves it, as before. The consent"
                        + " of " + agent.identityName() + " in Entra stays until it is taken back there.");
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
