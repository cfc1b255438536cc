package org.deviceoffboarding.safeguard.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.time.Clock;
import org.deviceoffboarding.base.Actor;
import org.deviceoffboarding.base.Capability;
import org.deviceoffboarding.base.CurrentActor;
import org.deviceoffboarding.base.Roles;
import org.deviceoffboarding.base.ui.Amounts;
import org.deviceoffboarding.base.ui.Notices;
import org.deviceoffboarding.base.ui.PersonDisplay;
import org.deviceoffboarding.base.ui.TimeDisplay;
import org.deviceoffboarding.person.ui.WhoCould;
import org.deviceoffboarding.safeguard.Loosening;
import org.deviceoffboarding.safeguard.LooseningRefusedException;
import org.deviceoffboarding.safeguard.LooseningService;

/** How a loosening reads above a page, with what the person signed in can do about it. */
@org.springframework.stereotype.Component
class LooseningLines {

    private final LooseningService loosenings;
    private final WhoCould whoCould;
    private final CurrentActor currentActor;
    private final Clock clock;

    LooseningLines(LooseningService loosenings, WhoCould whoCould, CurrentActor currentActor, Clock clock) {
        this.loosenings = loosenings;
        this.whoCould = whoCould;
        this.currentActor = currentActor;
        this.clock = clock;
    }

    /** @param refused called where the person was too late, to show how it is now */
    Component pending(Loosening pending, Runnable refused) {
        Div line = line("notice-attention", sentence(pending));
        if (currentActor.may(Capability.LOOSEN)) {
            if (!isOwn(pending)) {
                line.add(new Button(
                        "Confirm…", click -> new ConfirmLooseningDialog(pending, loosenings, refused).open()));
            }
            line.add(new Button("Take back", click -> takeBack(pending, refused)));
        }
        return line;
    }

    /** Returns the line in place of those beyond the first ones, or below them all once they are unfolded. */
    Component more(int more, boolean unfolded, Runnable fold) {
        Div line = line(
                "notice-attention",
                unfolded
                        ? "These are all proposals that wait."
                        : "And " + Amounts.count(more, "more proposal", "more proposals") + " to loosen a safeguard.");
        line.add(new Button(unfolded ? "Show fewer" : "Show all", click -> fold.run()));
        return line;
    }

    /** Returns the line in place of several that lapsed, or above them once they are unfolded. */
    Component lapsed(int many, boolean unfolded, Runnable close, Runnable fold) {
        Div line = line("notice-attention", Amounts.number(many) + " proposals lapsed and do not take effect.");
        line.add(
                new Button(unfolded ? "Hide them" : "Show them", click -> fold.run()),
                new Button("Close all", click -> close.run()));
        return line;
    }

    Component lapsed(Loosening lapsed, Runnable close) {
        Div line = line(
                "notice-attention",
                "What " + PersonDisplay.name(lapsed.proposedBy()) + " proposed lapsed and does not take effect: "
                        + lapsed.what() + ". " + lapsed.lapsedBecause() + " Propose it again if it is still right.");
        line.add(new Button("Close", click -> close.run()));
        return line;
    }

    /** Returns who proposed what, and from when on it holds. */
    String sentence(Loosening pending) {
        return (isOwn(pending) ? "You" : PersonDisplay.name(pending.proposedBy())) + " proposed to loosen a safeguard: "
                + pending.what()
                + ". It takes effect "
                + TimeDisplay.shortly(pending.takesEffectAt(), clock.instant(), TimeDisplay.zone())
                + " unless an owner takes it back, or earlier if another owner confirms it. "
                + whoConfirms(pending);
    }

    /** Returns a sentence that names the owners who could confirm it. */
    String whoConfirms(Loosening pending) {
        return whoCould.names(Roles.OWNER, pending.proposedBy().id())
                .map(names -> names + " could.")
                .orElse("Nobody else with the role Owner has signed in within 90 days who could.");
    }

    /** Calls back after each change of who these are, for as long as the component is part of a page. */
    void followWho(Component component, Runnable update) {
        whoCould.follow(component, update);
    }

    private boolean isOwn(Loosening pending) {
        return currentActor.find().map(Actor::id).filter(pending::isProposedBy).isPresent();
    }

    private void takeBack(Loosening pending, Runnable refused) {
        try {
            loosenings.takeBack(pending.id());
            Notices.info("Taken back. Everything stays as it is.");
        } catch (LooseningRefusedException e) {
            Notices.problem(e.reason());
        }
        refused.run();
    }

    private static Div line(String look, String text) {
        Span sentence = new Span(text);
        sentence.addClassName("notice-text");
        Div line = new Div(sentence);
        line.addClassNames("notice", look);
        return line;
    }
}
