package org.deviceoffboarding.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.net.URI;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Everything is reached without a mouse, and the focus is never lost. */
@EndToEnd
class KeyboardIT {

    private static final String ASK = "Ask to disable";

    @BeforeEach
    void aRunHasEnded(Visitors visitors) {
        AgentSteps.mustHaveRun(visitors);
    }

    @Test
    void aSuggestionIsOpenedAskedForAndTakenBackWithTheKeyboardAlone(Visitors visitors) {
        Visitor operator = visitors.signIn(Person.OPERATOR);
        operator.settle();
        press(operator, "g", "s");
        assertThat(operator.heading()).hasText("Suggestions");
        assertThat(operator.heading()).isFocused();

        press(operator, "/");
        operator.page().keyboard().type("Remove Android personal");
        operator.settle();
        Locator row = operator.page().locator("vaadin-grid a").first();
        assertThat(row).containsText("Android");
        String suggestion = row.textContent();
        intoTheTable(operator);
        press(operator, "Enter");
        assertThat(operator.heading()).hasText(suggestion);
        assertThat(operator.heading()).isFocused();

        Locator ask = operator.page()
                .getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(Pattern.compile("^Disable \\d+ devices?…$")));
        ask.focus();
        press(operator, "Enter");
        assertThat(operator.page().getByLabel("Reason")).isVisible();
        press(operator, "Escape");
        assertThat(operator.page().getByLabel("Reason")).isHidden();
        assertThat(ask).isFocused();

        press(operator, "Enter");
        operator.page().getByLabel("Reason").fill("They are gone, ticket 4711");
        operator.page()
                .getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(ASK))
                .focus();
        press(operator, "Enter");
        Locator request = operator.page().locator("vaadin-notification-card a");
        assertThat(request).isFocused();

        press(operator, "Enter");
        assertThat(operator.heading()).containsText("Disable");
        assertThat(operator.heading()).isFocused();
        operator.button("Withdraw…").focus();
        press(operator, "Enter");
        operator.button("Withdraw request").focus();
        press(operator, "Enter");
        assertThat(operator.page().getByText("Withdrawn").first()).isVisible();
        assertThat(operator.heading()).isFocused();
    }

    @Test
    void keysLeadThroughThePortalButNotWhereSomethingIsTypedOrAsked(Visitors visitors) {
        Visitor reader = visitors.signIn(Person.READER);
        reader.goTo("/audit");
        press(reader, "g", "d");
        assertThat(reader.heading()).hasText("Devices");
        assertThat(reader.heading()).isFocused();

        press(reader, "/");
        assertThat(reader.table().searchField()).isFocused();
        reader.page().keyboard().type("g s?");
        assertThat(reader.table().searchField()).hasValue("g s?");
        assertThat(reader.heading()).hasText("Devices");
        press(reader, "Escape");

        reader.button("Columns").focus();
        press(reader, "Enter");
        Locator columns = reader.button("Reset columns");
        assertThat(columns).isVisible();
        press(reader, "g", "s");
        assertThat(reader.heading()).hasText("Devices");
        press(reader, "Escape");
        assertThat(columns).isHidden();
        assertThat(reader.button("Columns")).isFocused();
    }

    @Test
    void whoCancelsIsBackAtTheButtonAlsoWhereThePageWasMadeAnewMeanwhile(Visitors visitors) {
        Visitor operator = visitors.signIn(Person.OPERATOR);
        operator.goTo("/suggestions");
        operator.link("Remove Android personal devices").first().click();
        Locator manage = operator.button("Manage suggestion");
        manage.focus();
        press(operator, "Enter");
        assertThat(operator.button("Save")).isVisible();
        Visitor owner = visitors.signIn(Person.OWNER);
        owner.goTo(URI.create(operator.page().url()).getPath());
        Locator step = owner.section("Recommended actions")
                .getByRole(AriaRole.CHECKBOX)
                .first();

        step.press(" ");
        assertThat(operator.page().locator(".tiles")).containsText("1 of");
        press(operator, "Escape");

        assertThat(operator.button("Save")).isHidden();
        assertThat(manage).isFocused();
        assertThat(step).isFocused();
        step.press(" ");
        assertThat(operator.page().locator(".tiles")).containsText("0 of");
        assertThat(manage).isFocused();
    }

    @Test
    void whoSwitchesTheKeysOffHasThemOffInEveryWindow(Visitors visitors) {
        Visitor reader = visitors.signIn(Person.READER);
        reader.settle();
        Page other = reader.context().newPage();
        other.navigate(visitors.portal().url() + "/audit");
        assertThat(other.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1)))
                .hasText("Audit log");

        switchKeys(reader);
        other.waitForFunction("() => document.querySelector('#page > [hidden]')?.on === false");
        other.keyboard().press("/");
        assertThat(other.locator(".filter-search input")).not().isFocused();

        reader.page().getByRole(AriaRole.MENUITEM).first().focus();
        switchKeys(reader);
        other.waitForFunction("() => document.querySelector('#page > [hidden]')?.on === true");
        other.keyboard().press("/");
        assertThat(other.locator(".filter-search input")).isFocused();
    }

    private static void switchKeys(Visitor visitor) {
        visitor.page()
                .getByRole(AriaRole.MENUITEM, new Page.GetByRoleOptions().setName("Signed in as"))
                .press("Enter");
        visitor.page()
                .getByRole(AriaRole.MENUITEM, new Page.GetByRoleOptions().setName("Keyboard shortcuts"))
                .press("Enter");
        visitor.page().getByLabel("Use these keys").press(" ");
        visitor.settle();
        visitor.page().keyboard().press("Escape");
        assertThat(visitor.page().getByLabel("Use these keys")).isHidden();
    }

    private static void intoTheTable(Visitor visitor) {
        visitor.page().locator("vaadin-grid #items td").first().focus();
    }

    private static void press(Visitor visitor, String... keys) {
        for (String key : keys) {
            visitor.page().keyboard().press(key);
        }
    }
}
