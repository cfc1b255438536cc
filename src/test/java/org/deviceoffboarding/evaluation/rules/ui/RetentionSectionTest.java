package org.deviceoffboarding.evaluation.rules.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.textfield.IntegerField;
import java.time.OffsetDateTime;
import org.deviceoffboarding.PortalTest;
import org.deviceoffboarding.base.Roles;
import org.deviceoffboarding.evaluation.retention.RetentionService;
import org.deviceoffboarding.safeguard.SignedIn;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.test.context.support.WithMockUser;

/** What is shown of how long results are kept before it is saved. */
@PortalTest
@ViewPackages(classes = ThresholdsView.class)
@WithMockUser(roles = {Roles.READER, Roles.OPERATOR, Roles.OWNER})
class RetentionSectionTest extends SpringBrowserlessTest {

    @Autowired
    private RetentionService retention;

    @Autowired
    private JdbcClient jdbc;

    @BeforeEach
    void haveOldResults() {
        jdbc.sql("delete from evaluation_run").update();
        for (int days : new int[] {300, 200, 100, 50, 1}) {
            jdbc.sql("""
                    insert into evaluation_run (status, phase, requested_at, requested_by_id, requested_by_name, rules_version,
                        instruction_version, started_at, read_at, finished_at)
                    values ('COMPLETED', 'SUGGEST', :at, 'o', 'Owner', 0, 0, :at, :at, :at)
                    """).param("at", OffsetDateTime.now().minusDays(days)).update();
        }
    }

    @Test
    void whichResultsWouldGoIsShownBeforeItIsSavedAndNothingGoesByLooking() {
        navigate(ThresholdsView.class);
        assertThat(section()).doesNotContain("would go within the hour");

        test(days()).setValue(40);

        assertThat(section())
                .contains("What 3 runs found would go within the hour, and not come back.")
                .contains("1 result is as old and would stay all the same")
                .contains("The oldest that would be kept is that of run ");
        assertThat(retention.current().days()).isEqualTo(400);

        test(days()).setValue(350);
        assertThat(section()).contains("No result is older than that");
        test(days()).setValue(400);
        assertThat(section()).doesNotContain("No result is older than that");
    }

    @Test
    void whatAnotherOwnerSavedMeanwhileStandsBesideWhatIsEntered() {
        navigate(ThresholdsView.class);
        test(days()).setValue(40);
        SignedIn.asOwner("Olga", () -> retention.save(retention.current(), 90));

        test(saveButton()).click();

        assertThat(days().getValue()).isEqualTo(40);
        assertThat(section()).contains("Olga saved 90 days meanwhile. What you entered stays");
        assertThat(retention.current().days()).isEqualTo(90);

        test(saveButton()).click();

        assertThat(retention.current().days()).isEqualTo(40);
        assertThat(section()).contains("results are kept for 40 days (were 90)").doesNotContain("meanwhile");
    }

    private IntegerField days() {
        return find(IntegerField.class).withCaption("Keep results for").single();
    }

    private Button saveButton() {
        return find(Button.class).withText("Save how long").single();
    }

    private String section() {
        return find(RetentionSection.class).single().getElement().getTextRecursively();
    }
}
