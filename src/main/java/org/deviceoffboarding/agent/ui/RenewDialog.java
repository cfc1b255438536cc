package org.deviceoffboarding.agent.ui;

import com.vaadin.flow.component.button.Button;
import java.time.Instant;
import java.util.List;
import org.deviceoffboarding.agent.setup.Agent;
import org.deviceoffboarding.agent.setup.AgentWish;
import org.deviceoffboarding.base.CurrentActor;
import org.deviceoffboarding.base.ui.TimeDisplay;

/** Renews the agent's identity: it stays whose it is. Only that person can. */
class RenewDialog extends IdentityDialog {

    /**
     * @param lacking the permissions that the agent was not given
     * @param choose called when the person would rather choose another identity
     */
    RenewDialog(Agent agent, List<String> lacking, Instant now, CurrentActor currentActor, Runnable choose) {
        super("Renew the agent's identity?");
        if (!agent.identityId().equals(currentActor.get().id())) {
            say("The agent runs as " + agent.identityName() + ", and only " + agent.identityName()
                    + " can renew that: that person signs in here as an owner and presses “Renew identity…”. You are signed in as "
                    + currentActor.get().name() + ".");
            say("If the agent is to run as you, choose another identity.");
            offer(new Button("Choose another identity…", click -> {
                close();
                choose.run();
            }));
            return;
        }
        show(
                agent.identityName()
                        + (agent.usable(now)
                                ? ", until " + TimeDisplay.day(agent.expiresAt()) + " unless a run uses it before"
                                : ", which can't be used any more"),
                agent.identityName() + ", for " + Agent.IDENTITY_LIFETIME.toDays()
                        + " days after each run that uses it");
        say("Nothing else changes: settings, results and requests stay, and a run that is under way goes on.");
        say(
                lacking.isEmpty()
                        ? "You sign in at the tenant next. No new consent is needed: none of the permissions is lacking."
                        : "You sign in at the tenant next, and are asked to consent, since "
                                + String.join(" and ", lacking) + (lacking.size() == 1 ? " is" : " are") + " lacking.");
        offer(new ConsentButton("Sign in as " + agent.identityName(), AgentWish.renew(agent), currentActor));
    }
}
