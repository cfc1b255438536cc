package org.deviceoffboarding.safeguard.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.BrowserlessUIContext;
import com.vaadin.browserless.SecuredBrowserlessApplicationContext;
import com.vaadin.browserless.SpringBrowserlessApplicationContext;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.router.AfterNavigationObserver;
import java.time.Instant;
import java.util.List;
import org.deviceoffboarding.PortalTest;
import org.deviceoffboarding.base.Roles;
import org.deviceoffboarding.base.ui.RefusalNotice;
import org.deviceoffboarding.person.SeenPeople;
import org.deviceoffboarding.remediation.approval.RemediationRules;
import org.deviceoffboarding.remediation.approval.RemediationRulesService;
import org.deviceoffboarding.safeguard.Loosening;
import org.deviceoffboarding.safeguard.Loosenings;
import org.deviceoffboarding.safeguard.NewLoosening;
import org.deviceoffboarding.safeguard.SignedIn;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.security.core.Authentication;
import org.springframework.transaction.support.TransactionTemplate;

/** What people with windows open see of a threshold that the owner Ada wants to raise. */
@PortalTest
class LooseningNoticeTest {

    private static final String NOBODY = "Nobody else with the role Owner has signed in within 90 days who could.";

    private static final String[] OWNER = {Roles.READER, Roles.OPERATOR, Roles.APPROVER, Roles.OWNER};

    @Autowired
    private ApplicationContext context;

    @Autowired
    private LooseningNotice notice;

    @Autowired
    private RemediationRulesService rules;

    @Autowired
    private Loosenings loosenings;

    @Autowired
    private TransactionTemplate transactions;

    private SecuredBrowserlessApplicationContext<Authentication> portal;
    private SeenPeople people;

    @BeforeEach
    void open() {
        people = new SeenPeople(context);
        portal = SpringBrowserlessApplicationContext.createSecured(context, "org.deviceoffboarding.safeguard.ui");
    }

    @AfterEach
    void close() {
        portal.close();
    }

    @Test
    void ownersAndApproversAreToldAboveEveryPageAndNobodyElse() {
        Window ada = new Window("Ada", OWNER);
        Window olga = new Window("Olga", OWNER);
        Window approver = new Window("Arno", Roles.READER, Roles.OPERATOR, Roles.APPROVER);
        Window operator = new Window("Otto", Roles.READER, Roles.OPERATOR);
        assertThat(olga.text()).isEmpty();

        propose();

        assertThat(olga.text())
                .startsWith(
                        "Ada proposed to loosen a safeguard: approval is needed from 5 devices on (was 1). It takes effect ")
                .endsWith("unless an owner takes it back, or earlier if another owner confirms it. " + NOBODY
                        + "Confirm…Take back");
        assertThat(ada.text()).startsWith("You proposed").endsWith("confirms it. " + NOBODY + "Take back");
        assertThat(approver.text()).startsWith("Ada proposed").endsWith("confirms it. " + NOBODY);
        assertThat(operator.text()).isEmpty();
    }

    @Test
    void whoCouldConfirmItIsSaidByNameAsSoonAsThatIsKnown() {
        Instant now = Instant.now();
        people.signIn("Ada", "Ada Q", now, Roles.OWNER);
        propose();
        Window ada = new Window("Ada", OWNER);
        assertThat(ada.text()).contains(NOBODY);

        people.signIn("Olga", "Olga Berg", now, Roles.OWNER);
        people.signIn("Arno", "Arno Approver", now, Roles.APPROVER);

        assertThat(ada.text()).contains("Olga Berg could.").doesNotContain(NOBODY, "Arno");
        assertThat(new Window("Olga", OWNER).text())
                .startsWith("Ada Q proposed")
                .contains("You could.");
    }

    @Test
    void anotherOwnerConfirmsItOnceTheyHaveReadIt() {
        propose();
        Window olga = new Window("Olga", OWNER);
        olga.click("Confirm…");
        assertThat(rules(olga)).isEqualTo(RemediationRules.defaults());

        olga.click("Let it take effect now");

        assertThat(rules(olga)).isEqualTo(new RemediationRules(5, 500, 1_000));
        assertThat(olga.text()).isEmpty();
        assertThat(olga.said()).contains("It holds from now on");
    }

    @Test
    void whoConfirmsWhatWasTakenBackMeanwhileIsToldSo() {
        propose();
        Window olga = new Window("Olga", OWNER);
        olga.click("Confirm…");
        Window ada = new Window("Ada", OWNER);
        ada.click("Take back");
        assertThat(ada.said()).contains("Everything stays as it is");
        assertThat(ada.text()).isEmpty();

        olga.click("Let it take effect now");

        assertThat(olga.refusal()).contains("no longer waits");
        assertThat(olga.has("Let it take effect now")).isFalse();
        assertThat(olga.has("Cancel")).isTrue();
        assertThat(rules(olga)).isEqualTo(RemediationRules.defaults());
        assertThat(olga.text()).isEmpty();
    }

    @Test
    void whatLapsedIsSaidUntilItIsClosed() {
        propose();
        SignedIn.asOwner("Olga", () -> rules.save(rules.current(), new RemediationRules(1, 50, 60)));
        Window ada = new Window("Ada", OWNER);

        assertThat(ada.text())
                .isEqualTo("What Ada proposed lapsed and does not take effect: approval is needed from 5 devices on"
                        + " (was 1). Something else was saved meanwhile. Propose it again if it is still right.Close");

        ada.click("Close");

        assertThat(ada.text()).isEmpty();
        assertThat(new Window("Ada", OWNER).text()).as("after a reload").isEmpty();
        assertThat(new Window("Olga", OWNER).text()).endsWith("Close");
    }

    @Test
    void severalThatLapsedAreOneLineWithAWayToSeeAndToCloseThem() {
        for (int i = 0; i < 3; i++) {
            propose();
            int day = 60 - i;
            SignedIn.asOwner("Olga", () -> rules.save(rules.current(), new RemediationRules(1, 50, day)));
        }
        Window ada = new Window("Ada", OWNER);
        assertThat(ada.text()).isEqualTo("3 proposals lapsed and do not take effect.Show themClose all");

        ada.click("Show them");
        assertThat(ada.text()).startsWith("3 proposals").contains("Hide them").containsPattern("(?s)(What Ada.*){3}");
        ada.click("Hide them");
        assertThat(ada.text()).endsWith("Show themClose all");
        ada.click("Close all");

        assertThat(ada.text()).isEmpty();
        assertThat(new Window("Ada", OWNER).text()).isEmpty();
        assertThat(new Window("Olga", OWNER).text()).startsWith("3 proposals lapsed");
    }

    @Test
    void moreThanTwoThatWaitAreFoldedUntilSomebodyWantsToSeeThem() {
        propose();
        propose("one");
        Window olga = new Window("Olga", OWNER);
        assertThat(olga.text()).contains("loosens one").doesNotContain("more proposal", "Show all");
        propose("two");
        assertThat(olga.text()).endsWith("And 1 more proposal to loosen a safeguard.Show all");
        propose("three");
        assertThat(olga.text())
                .doesNotContain("loosens two", "loosens three")
                .endsWith("And 2 more proposals to loosen a safeguard.Show all");

        olga.click("Show all");
        assertThat(olga.text()).contains("loosens two", "loosens three").endsWith("Show fewer");
        olga.click("Show fewer");

        assertThat(olga.text()).doesNotContain("loosens three").endsWith("Show all");
    }

    private Loosening propose() {
        return SignedIn.asOwner(
                "Ada",
                () -> rules.save(rules.current(), new RemediationRules(5, 500, 1_000))
                        .orElseThrow());
    }

    private void propose(String subject) {
        SignedIn.asOwner(
                "Ada",
                () -> transactions.execute(transaction -> loosenings.propose(
                        new NewLoosening("approval", subject, 0, "{}", List.of("loosens " + subject)))));
    }

    private RemediationRules rules(Window window) {
        window.show();
        return rules.current().rules();
    }

    /** A person's browser window with the notice in it. */
    private class Window {

        private final BrowserlessUIContext ui;
        private final Component lines;

        Window(String name, String... roles) {
            ui = portal.newUser(name, roles).newWindow();
            lines = notice.create();
            ui.getUI().add(lines);
        }

        String text() {
            show();
            return lines.isVisible() ? lines.getElement().getTextRecursively() : "";
        }

        void click(String button) {
            show();
            ui.test(ui.find(Button.class).withText(button).single()).click();
        }

        boolean has(String button) {
            show();
            return !ui.find(Button.class).withText(button).all().isEmpty();
        }

        String refusal() {
            show();
            return ui.find(RefusalNotice.class).single().getText();
        }

        String said() {
            show();
            return ui.test(ui.find(Notification.class).single()).getText();
        }

        /** The person goes to a page. News of the test's transaction, which never ends, reaches nobody. */
        private void show() {
            ui.activate();
            ((AfterNavigationObserver) lines).afterNavigation(null);
            ui.roundTrip();
        }
    }
}
