package org.deviceoffboarding.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Two owners at their own browsers: one proposes what loosens a safeguard, the other confirms it, or is too late. */
@EndToEnd
class LooseningIT {

    private static final String RULES = "/settings/approval";
    private static final String CAP = "Most devices of a request";

    @Test
    void whatOneOwnerLoosensHoldsOnceTheOtherConfirmsItAndNotWhereItWasTakenBack(Visitors visitors) {
        Visitor first = visitors.signIn(Person.OWNER);
        Visitor second = visitors.signIn(Person.SECOND_OWNER);
        Visitor approver = visitors.signIn(Person.APPROVER);
        Visitor operator = visitors.signIn(Person.OPERATOR);
        second.goTo(RULES);

        propose(first, "600");

        for (Visitor told : List.of(second, approver)) {
            assertThat(notice(told)).containsText("proposed to loosen a safeguard");
        }
        assertThat(notice(operator)).isHidden();
        assertThat(first.button("Confirm…")).isHidden();
        assertThat(approver.button("Confirm…")).isHidden();
        assertThat(cap(second)).hasValue("500");

        second.button("Confirm…").click();
        List<String> wrong = new ArrayList<>(PageInspection.of(second, "loosening-confirm"));
        first.button("Take back").first().click();
        assertThat(notice(first)).isHidden();
        second.button("Let it take effect now").click();
        assertThat(second.page().getByText("This no longer waits")).isVisible();
        second.button("Cancel").click();
        assertThat(notice(second)).isHidden();
        assertThat(cap(second)).hasValue("500");

        propose(first, "700");
        second.button("Confirm…").click();
        second.button("Let it take effect now").click();
        assertThat(notice(second)).isHidden();
        assertThat(cap(second)).hasValue("700");
        assertThat(cap(first)).hasValue("700");
        assertThat(notice(approver)).isHidden();
        assertThat(wrong).isEmpty();
    }

    private static void propose(Visitor owner, String devices) {
        owner.goTo(RULES);
        cap(owner).fill(devices);
        cap(owner).press("Tab");
        owner.button("Save").click();
        assertThat(notice(owner)).containsText("You proposed to loosen a safeguard");
        assertThat(cap(owner)).hasValue("500");
    }

    private static Locator cap(Visitor visitor) {
        return visitor.page().getByLabel(CAP);
    }

    private static Locator notice(Visitor visitor) {
        return visitor.page()
                .locator(".shell-sections .notice")
                .filter(new Locator.FilterOptions().setHasText("to loosen a safeguard"));
    }
}
