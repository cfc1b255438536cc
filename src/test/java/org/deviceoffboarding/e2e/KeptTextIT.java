package org.deviceoffboarding.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

/** What somebody was typing when the portal was killed: who finds it afterwards, in the same browser, and who does not. */
@EndToEnd
class KeptTextIT {

    private static final String REASON = "They left Intune long ago, ticket 47";
    private static final double MILLIS_BETWEEN_KEYS = 100;

    @Test
    void aHalfWrittenReasonOutlivesTheKilledPortalForWhoWroteItAlone(Visitors visitors) {
        AgentSteps.mustHaveRun(visitors);
        Visitor browser = visitors.signIn(Person.OPERATOR);
        openDialog(browser);
        List<String> sent = new CopyOnWriteArrayList<>();
        browser.page().onRequest(request -> sent.add(String.valueOf(request.postData())));

        browser.page()
                .waitForResponse(
                        response ->
                                String.valueOf(response.request().postData()).contains(REASON),
                        () -> reason(browser)
                                .pressSequentially(
                                        REASON, new Locator.PressSequentiallyOptions().setDelay(MILLIS_BETWEEN_KEYS)));
        assertThat(sent)
                .as("what is kept while somebody goes on typing")
                .anyMatch(body -> body.contains("They left") && !body.contains(REASON));
        visitors.portal().killAndStartAgain();

        browser.signIn(Person.OWNER);
        openDialog(browser);
        assertThat(reason(browser)).hasValue("");
        assertThat(restored(browser)).isHidden();
        signOut(browser, Person.OWNER);

        browser.signIn(Person.OPERATOR);
        openDialog(browser);
        assertThat(reason(browser)).hasValue(REASON);
        assertThat(restored(browser)).isVisible();
        assertThat(PageInspection.of(browser, "ask-dialog-restored")).isEmpty();
        browser.button("Discard what was restored").click();
        assertThat(reason(browser)).hasValue("");
        assertThat(restored(browser)).isHidden();
        visitors.leaveAll(); // their browsers complain of the portal that was gone
    }

    /** What it commits it has shown before: the browser tells of the same text twice. */
    @Test
    void whatAnInputMethodCommitsIsWhatThePortalHas(Visitors visitors) {
        AgentSteps.mustHaveRun(visitors);
        Visitor browser = visitors.signIn(Person.OPERATOR);
        openDialog(browser);
        reason(browser).fill("");
        reason(browser).pressSequentially("ticket ");
        CDPSession inputMethod = browser.context().newCDPSession(browser.page());

        inputMethod.send("Input.imeSetComposition", composition("かな"));
        inputMethod.send("Input.imeSetComposition", composition("仮名"));
        inputMethod.send("Input.insertText", text("仮名"));
        assertThat(reason(browser)).hasValue("ticket 仮名");
        reason(browser).press("Tab");
        browser.settle();

        openDialog(browser);
        assertThat(reason(browser)).hasValue("ticket 仮名");
    }

    private static JsonObject composition(String text) {
        JsonObject composition = text(text);
        composition.addProperty("selectionStart", text.length());
        composition.addProperty("selectionEnd", text.length());
        return composition;
    }

    private static JsonObject text(String text) {
        JsonObject inserted = new JsonObject();
        inserted.addProperty("text", text);
        return inserted;
    }

    private static void openDialog(Visitor visitor) {
        visitor.goTo("/suggestions");
        visitor.link("Remove iOS/iPadOS corporate devices").first().click();
        visitor.button("Disable 11 devices…").click();
        assertThat(reason(visitor)).isVisible();
    }

    private static Locator reason(Visitor visitor) {
        return visitor.page().getByLabel("Reason");
    }

    private static Locator restored(Visitor visitor) {
        return visitor.page().getByText("Restored what you typed");
    }

    private static void signOut(Visitor visitor, Person person) {
        visitor.goTo("/");
        visitor.page()
                .getByRole(
                        AriaRole.MENUITEM, new Page.GetByRoleOptions().setName("Signed in as " + person.displayName()))
                .click();
        visitor.page()
                .getByRole(AriaRole.MENUITEM, new Page.GetByRoleOptions().setName("Sign out"))
                .click();
        assertThat(visitor.heading()).hasText("You have signed out");
    }
}
