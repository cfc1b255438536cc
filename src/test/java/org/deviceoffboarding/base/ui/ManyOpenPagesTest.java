package org.deviceoffboarding.base.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.BrowserlessUIContext;
import com.vaadin.browserless.BrowserlessUserContext;
import com.vaadin.browserless.SecuredBrowserlessApplicationContext;
import com.vaadin.browserless.SpringBrowserlessApplicationContext;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.server.VaadinSession;
import java.util.ArrayList;
import java.util.List;
import org.deviceoffboarding.PortalTest;
import org.deviceoffboarding.base.Roles;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.security.core.Authentication;

/** Many people with several windows open. */
@PortalTest
class ManyOpenPagesTest {

    private static final int PEOPLE = 20;
    private static final int PAGES_EACH = 10;

    @Autowired
    private ApplicationContext context;

    private final Followers followers = new Followers();
    private final Followers others = new Followers();
    private SecuredBrowserlessApplicationContext<Authentication> portal;
    private int updates;

    @BeforeEach
    void open() {
        portal = SpringBrowserlessApplicationContext.createSecured(context, NotFoundView.class);
    }

    @AfterEach
    void close() {
        portal.close();
    }

    @Test
    void whatFollowedInAWindowIsForgottenWhenTheWindowIsClosed() {
        List<BrowserlessUIContext> windows = new ArrayList<>();
        for (int person = 0; person < PEOPLE; person++) {
            BrowserlessUserContext user = portal.newUser("person-" + person, Roles.READER);
            for (int page = 0; page < PAGES_EACH; page++) {
                windows.add(follow(user.newWindow(), new Span()));
            }
        }
        assertThat(followers.count()).isEqualTo(PEOPLE * PAGES_EACH);

        windows.forEach(ManyOpenPagesTest::leave);

        assertThat(followers.count()).isZero();
        assertThat(others.count()).isZero();
    }

    @Test
    void aWindowIsToldOnceOfAllThatHappensAtOnce() {
        BrowserlessUIContext window =
                follow(portal.newUser("reader", Roles.READER).newWindow(), new Span());
        Span ofBoth = new Span();
        Followers.add(List.of(followers, others), ofBoth, () -> updates += 10);
        window.getUI().add(ofBoth);
        VaadinSession session = VaadinSession.getCurrent();

        Followers.tell(List.of(followers, others));

        assertThat(session.getPendingAccessQueue()).hasSize(1);
        window.runPendingSignalsTasks();
        assertThat(updates).isEqualTo(12);
    }

    @Test
    void whatFailsOnAPageKeepsNothingElseOfItFromBeingBroughtUpToDate() {
        BrowserlessUIContext window = portal.newUser("reader", Roles.READER).newWindow();
        List<Throwable> faults = new ArrayList<>();
        VaadinSession.getCurrent().setErrorHandler(fault -> faults.add(fault.getThrowable()));
        for (int i = 0; i < 3; i++) {
            Span shown = new Span();
            followers.add(shown, () -> {
                updates++;
                throw new IllegalStateException("It cannot be shown");
            });
            window.getUI().add(shown);
        }

        followers.tell();
        window.roundTrip();
        window.runPendingSignalsTasks();

        assertThat(updates).isEqualTo(3);
        assertThat(faults).hasSize(3);
    }

    /** As the end of the request does that says that the window was closed. */
    private static void leave(BrowserlessUIContext window) {
        window.activate();
        window.getUI().close();
        VaadinSession.getCurrent().removeUI(window.getUI());
    }

    private BrowserlessUIContext follow(BrowserlessUIContext window, Span shown) {
        followers.add(shown, () -> updates++);
        others.add(shown, () -> updates++);
        window.getUI().add(shown);
        return window;
    }
}
