package org.deviceoffboarding.remediation.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.server.VaadinServletRequest;
import java.time.Clock;
import java.util.Optional;
import org.deviceoffboarding.base.Actor;
import org.deviceoffboarding.base.CurrentActor;
import org.deviceoffboarding.base.ui.OpenPages;
import org.deviceoffboarding.base.ui.PersonDisplay;
import org.deviceoffboarding.base.ui.TimeDisplay;
import org.deviceoffboarding.delegation.ActionIdentity;
import org.deviceoffboarding.delegation.ActionIdentityChanged;
import org.deviceoffboarding.delegation.ActionIdentityService;
import org.deviceoffboarding.delegation.ActionSignInVisit;
import org.deviceoffboarding.signin.RefusedIdentity;

/**
 * Says as whom the person's actions are carried out, with a button to take that back; before, why and what for, with a
 * button to sign in for actions. Why the last attempt did not work is said once. For operators and above.
 */
class ActionSignInPanel extends Div {

    private static final String WHY =
            "Actions you approve, and those you ask for where so few devices need no approval, are carried out with your own identity in Entra: your roles there limit"
                    + " what is done, and Entra's audit log names you. For that you need the Entra role Cloud Device Administrator or"
                    + " Intune Administrator. Your sign-in is kept encrypted for 12 hours, or until what you began is done; you can"
                    + " take it back at any time.";

    private static final String OVER =
            "Your sign-in for actions is over: it is more than 12 hours old, or the tenant no longer accepts it.";

    private static final String UNREADABLE =
            "What the portal keeps of your sign-in for actions can't be read: its key was changed, or what it kept. Sign in for"
                    + " actions again, or let whoever runs the portal start it with the key it had before.";

    private final String returnPath;
    private final transient ActionIdentityService identities;
    private final transient CurrentActor currentActor;
    private final transient Clock clock;
    private Optional<String> problem;

    /** @param returnPath the path of the page that it stands on, such as {@code /approvals/42} */
    ActionSignInPanel(
            String returnPath,
            ActionIdentityService identities,
            CurrentActor currentActor,
            OpenPages openPages,
            Clock clock) {
        this.returnPath = returnPath;
        this.identities = identities;
        this.currentActor = currentActor;
        this.clock = clock;
        this.problem = visit().takeProblem();
        addClassName("action-sign-in");
        show();
        openPages.follow(this, ActionIdentityChanged.class, this::show);
    }

    private void show() {
        removeAll();
        Optional<ActionIdentity> lent = identities.find();
        lent.filter(identity -> identity.usable(clock.instant()))
                .ifPresentOrElse(this::showLent, () -> showSignIn(lent));
    }

    private void showLent(ActionIdentity identity) {
        problem = Optional.empty();
        Span sentence = new Span(
                new Span("Your actions are carried out as "
                        + PersonDisplay.name(new Actor(identity.personId(), identity.personName())) + ", until "),
                TimeDisplay.span(identity.endsAt(), clock.instant()),
                new Span(". What is being carried out then goes on."));
        sentence.getElement().setAttribute("role", "status");
        add(sentence, new Button("Take it back", event -> takeBack()));
        refusal(identity).ifPresent(refused -> add(notice(refused), signInButton()));
    }

    private void showSignIn(Optional<ActionIdentity> before) {
        problem.or(() -> before.map(ActionSignInPanel::whyOver))
                .map(ActionSignInPanel::notice)
                .ifPresent(this::add);
        add(new Paragraph(WHY), signInButton());
    }

    private static String whyOver(ActionIdentity identity) {
        return identity.readable() ? refusal(identity).orElse(OVER) : UNREADABLE;
    }

    private static Optional<String> refusal(ActionIdentity identity) {
        return Optional.ofNullable(identity.refusal())
                .map(known -> known.refusal().sentences(RefusedIdentity.OWN_ACTIONS));
    }

    private Button signInButton() {
        Button button = new Button("Sign in for actions", event -> {
            visit().begin(returnPath);
            event.getSource().getUI().ifPresent(ui -> ui.getPage().setLocation("oauth2/authorization/actions"));
        });
        button.addThemeVariants(ButtonVariant.PRIMARY);
        button.setDisableOnClick(true);
        return button;
    }

    private void takeBack() {
        identities.takeBack();
        show();
    }

    private ActionSignInVisit visit() {
        return new ActionSignInVisit(
                VaadinServletRequest.getCurrent().getHttpServletRequest().getSession(), currentActor);
    }

    private static Component notice(String sentence) {
        Div notice = new Div(new Paragraph(sentence));
        notice.addClassNames("notice", "notice-bad");
        notice.getElement().setAttribute("role", "alert");
        return notice;
    }
}
