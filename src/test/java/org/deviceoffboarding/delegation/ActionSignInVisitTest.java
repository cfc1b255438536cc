package org.deviceoffboarding.delegation;

import static org.assertj.core.api.Assertions.assertThat;

import org.deviceoffboarding.As;
import org.deviceoffboarding.base.Actor;
import org.deviceoffboarding.base.CurrentActor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpSession;

class ActionSignInVisitTest {

    private final MockHttpSession session = new MockHttpSession();
    private final ActionSignInVisit visit = As.person(
            new Actor("amara-id", "amara@contoso.example"), () -> new ActionSignInVisit(session, new CurrentActor()));
    private final ActionSignInVisit someoneElses = As.person(
            new Actor("olivia-id", "olivia@contoso.example"), () -> new ActionSignInVisit(session, new CurrentActor()));

    @ParameterizedTest
    @ValueSource(strings = {"/approvals", "/approvals/42"})
    void aPersonComesBackToThePageOfApprovalsOnce(String page) {
        visit.begin(page);

        assertThat(visit.end()).contains(page);
        assertThat(visit.end()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/",
                "approvals",
                "/settings",
                "/approvals/",
                "/approvals/42/",
                "/approvals/42?next=https://elsewhere.example",
                "/approvals/../settings",
                "/approvals/4x",
                "/approvals/٤٢",
                "/approvals\n/42",
                "/approvals/42\n",
                "//approvals",
                "//elsewhere.example/approvals",
                "/\\elsewhere.example",
                "https://elsewhere.example/approvals",
                "javascript:alert(1)"
            })
    void anyOtherAddressLeadsToAllApprovals(String address) {
        visit.begin(address);

        assertThat(visit.end()).contains("/approvals");
    }

    @Test
    void nobodyComesBackToThePageOfWhoeverWasSignedInBefore() {
        someoneElses.begin("/approvals/42");

        assertThat(visit.end()).isEmpty();
        assertThat(someoneElses.end()).isEmpty();
    }

    @Test
    void aProblemIsSaidOnceAndToWhomItConcerns() {
        visit.keepProblem("It was cancelled.");
        assertThat(visit.takeProblem()).contains("It was cancelled.");
        assertThat(visit.takeProblem()).isEmpty();

        visit.keepProblem("It was cancelled.");
        assertThat(someoneElses.takeProblem()).isEmpty();
    }
}
