package org.deviceoffboarding.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.TimeoutError;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two people one after the other in one browser: what the first left open is not the second's, nor anybody's any more. */
@EndToEnd
class TwoPeopleIT {

    private static final int MILLIS_TO_CLICK = 2_000;

    @BeforeEach
    void aRunHasEnded(Visitors visitors) {
        AgentSteps.mustHaveRun(visitors);
    }

    @Test
    void whatAnApproverLeftOpenApprovesNothingOnceSomebodyElseIsSignedIn(Visitors visitors) {
        Visitor operator = visitors.signIn(Person.OPERATOR);
        RequestSteps.ask(operator);
        Visitor approver = visitors.signIn(Person.APPROVER);
        RequestSteps.openToDecide(approver);
        RequestSteps.beginApproving(approver);
        String page = approver.page().url();

        Page another = signInBeside(approver, visitors, Person.OWNER);
        clickWhereStillThere(approver.button(RequestSteps.APPROVE));

        assertThat(approver.heading()).hasText("Somebody else is signed in now");
        assertThat(approver.page().getByText(Person.OWNER.displayName() + " is signed in"))
                .isVisible();
        RequestSteps.open(operator);
        assertThat(operator.button("Withdraw…")).isVisible(); // nobody has decided
        approver.link("Load it again as " + Person.OWNER.displayName()).click();
        assertThat(approver.page()).hasURL(page);
        assertThat(menu(approver.page(), Person.OWNER)).isVisible();

        signOut(another, Person.OWNER);
        clickWhereStillThere(approver.button("Withdraw…"));

        assertThat(approver.heading()).hasText("You are no longer signed in");
        RequestSteps.open(operator);
        operator.button("Withdraw…").click();
        operator.button("Withdraw request").click();
        assertThat(operator.page().getByText("Withdrawn").first()).isVisible();
        visitors.leave(approver); // whose browser complains of what was refused
    }

    /** In another tab, once the tenant no longer knows the one before: only a session at the portal is left of that person. */
    private static Page signInBeside(Visitor visitor, Visitors visitors, Person person) {
        visitor.context().clearCookies(new BrowserContext.ClearCookiesOptions().setName("DEMOTENANTSESSION"));
        Page page = visitor.context().newPage();
        page.navigate(visitors.portal().url() + "/oauth2/authorization/tenant");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(person.displayName()))
                .click();
        assertThat(menu(page, person)).isVisible();
        return page;
    }

    private static void signOut(Page page, Person person) {
        menu(page, person).click();
        page.getByRole(AriaRole.MENUITEM, new Page.GetByRoleOptions().setName("Sign out"))
                .click();
        assertThat(page.getByText("You have signed out")).isVisible();
    }

    private static Locator menu(Page page, Person person) {
        return page.getByRole(
                AriaRole.MENUITEM, new Page.GetByRoleOptions().setName("Signed in as " + person.displayName()));
    }

    /** A page that hears at once that its session ended may have left by itself, also as it is about to be clicked. */
    private static void clickWhereStillThere(Locator button) {
        try {
            button.dispatchEvent("click", null, new Locator.DispatchEventOptions().setTimeout(MILLIS_TO_CLICK));
        } catch (TimeoutError gone) {
            assertThat(button).isHidden();
        }
    }
}
