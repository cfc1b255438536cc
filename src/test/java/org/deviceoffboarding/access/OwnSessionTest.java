package org.deviceoffboarding.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.deviceoffboarding.As;
import org.deviceoffboarding.access.session.BegunSessions;
import org.deviceoffboarding.base.Actor;
import org.deviceoffboarding.base.CurrentActor;
import org.deviceoffboarding.base.Roles;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.security.core.context.SecurityContextHolder;

class OwnSessionTest {

    private static final Actor ANNA = new Actor("anna", "Anna");
    private static final Actor BEN = new Actor("ben", "Ben");

    private final MockHttpSession session = new MockHttpSession();
    private final MockHttpServletRequest request = new MockHttpServletRequest();
    private final OwnSession sessions = new OwnSession(BegunSessions.none(), new CurrentActor());

    @AfterEach
    void nobodyIsSignedIn() {
        SecurityContextHolder.clearContext();
    }

    @Test
    void whoSignsInWhereSomebodyElseWasFindsNothingOfTheirs() {
        session.setAttribute("annas page", "a half-written reason");

        signIn(BEN, ANNA);

        assertThat(session.isInvalid()).isTrue();
        assertThat(request.getSession().getAttribute("annas page")).isNull();
    }

    @Test
    void whoSignsInAgainKeepsThePagesUnderAnotherId() {
        session.setAttribute("annas page", "a half-written reason");
        String before = session.getId();

        signIn(ANNA, ANNA);

        assertThat(request.getSession().getAttribute("annas page")).isEqualTo("a half-written reason");
        assertThat(request.getSession().getId()).isNotEqualTo(before);
    }

    private void signIn(Actor person, Actor before) {
        request.setSession(session);
        request.setRequestedSessionIdValid(true);
        As.person(
                before,
                () -> sessions.onAuthentication(
                        As.signedIn(person, List.of(Roles.READER)), request, new MockHttpServletResponse()));
    }
}
