package org.deviceoffboarding.base.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;

import com.vaadin.flow.component.UI;
import java.sql.SQLException;
import org.deviceoffboarding.base.PutRightFirstException;
import org.deviceoffboarding.base.database.AnsweredPage;
import org.junit.jupiter.api.Test;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.jdbc.CannotGetJdbcConnectionException;

class PageErrorHandlerTest {

    @Test
    void thatNothingWasChangedIsSaidOnlyWhereItIsKnown() {
        try (AnsweredPage page = new AnsweredPage()) {
            assertThat(sentence(new IllegalStateException()))
                    .contains("Nothing was changed by this.", "reference 4711");

            page.commits();

            assertThat(sentence(new IllegalStateException()))
                    .contains("Part of it may have been done", "how things are now")
                    .doesNotContain("Nothing was changed");
        }
        assertThat(sentence(new IllegalStateException()))
                .as("of work that goes on in the background")
                .doesNotContain("Nothing was changed");
    }

    @Test
    void aDatabaseThatIsAwayIsNamed() {
        assertThat(sentence(new CannotGetJdbcConnectionException("away", new SQLException("refused", "08001"))))
                .startsWith("The portal's database is away at the moment.")
                .endsWith("Try again in a minute.");
    }

    @Test
    void whatWaitedTooLongIsSaidWithoutAFault() {
        assertThat(sentence(new CannotAcquireLockException("busy", new SQLException("lock timeout", "55P03"))))
                .startsWith("The portal's database was busy with what somebody else does.")
                .doesNotContain("reference");
    }

    @Test
    void whatWhoeverRunsThePortalHasToPutRightIsSaidAsItIs() {
        var missing = new PutRightFirstException("The key is away. Put it there.");

        assertThat(sentence(new IllegalStateException("wrapped", missing)))
                .startsWith("The key is away. Put it there. ")
                .doesNotContain("Something went wrong", "reference");
    }

    @Test
    void aPageThatWasLeftMeanwhileIsToldNothing() {
        assertThatNoException().isThrownBy(() -> PageErrorHandler.tell(new UI(), "Try again."));
    }

    private static String sentence(Throwable fault) {
        return PageErrorHandler.sentence(fault, "4711");
    }
}
