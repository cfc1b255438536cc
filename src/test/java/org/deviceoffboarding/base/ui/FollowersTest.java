package org.deviceoffboarding.base.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.server.VaadinSession;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.deviceoffboarding.PortalTest;
import org.deviceoffboarding.base.Roles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.security.authentication.AuthenticationCredentialsNotFoundException;
import org.springframework.security.test.context.support.WithMockUser;

@PortalTest
@ViewPackages(classes = NotFoundView.class)
@WithMockUser(roles = Roles.READER)
@ExtendWith(OutputCaptureExtension.class)
class FollowersTest extends SpringBrowserlessTest {

    @Test
    void aPageThatMissedSomethingWhileTheDatabaseWasAwayShowsItLaterAndBothersNobody() {
        Followers followers = new Followers();
        Span shown = new Span("before");
        AtomicInteger told = new AtomicInteger();
        followers.add(shown, () -> {
            if (told.incrementAndGet() == 1) {
                throw new CannotGetJdbcConnectionException("away", new SQLException("refused", "08001"));
            }
            shown.setText("after");
        });
        UI.getCurrent().add(shown);

        followers.tell();
        runPendingSignalsTasks();
        letOthersIn();

        assertThat(shown.getText()).isEqualTo("after");
        assertThat(find(Notification.class).all()).isEmpty();
    }

    /** Its session was refused a moment ago: the page is sent to where that is said, and nobody has to look into anything. */
    @Test
    void aPageOfSomebodyWhoIsGoneIsNoFault(CapturedOutput output) {
        Followers followers = new Followers();
        Span theirs = new Span("before");
        followers.add(theirs, () -> {
            throw new AuthenticationCredentialsNotFoundException("An Authentication object was not found");
        });
        Span next = new Span("before");
        followers.add(next, () -> next.setText("after"));
        UI.getCurrent().add(theirs, next);

        followers.tell();
        runPendingSignalsTasks();
        followers.tell();
        runPendingSignalsTasks();

        assertThat(next.getText()).isEqualTo("after");
        assertThat(find(Notification.class).all()).isEmpty();
        assertThat(output).doesNotContain("A page met a fault").doesNotContain("ERROR");
    }

    /** Until the page was told again, which another thread does that needs the page's lock. */
    private static void letOthersIn() {
        VaadinSession session = VaadinSession.getCurrent();
        Instant deadline = Instant.now().plus(Duration.ofSeconds(20));
        Span shown = (Span) UI.getCurrent()
                .getChildren()
                .filter(Span.class::isInstance)
                .findFirst()
                .orElseThrow();
        while (shown.getText().equals("before") && Instant.now().isBefore(deadline)) {
            session.unlock();
            LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
            session.lock();
        }
    }
}
