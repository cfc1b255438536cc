package org.deviceoffboarding.notification.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.combobox.ComboBoxBase;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.timepicker.TimePicker;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Map;
import org.deviceoffboarding.PortalTest;
import org.deviceoffboarding.base.Actor;
import org.deviceoffboarding.base.Roles;
import org.deviceoffboarding.base.ui.form.ZoneField;
import org.deviceoffboarding.notification.NoticeKind;
import org.deviceoffboarding.notification.NoticeOutbox;
import org.deviceoffboarding.notification.NoticeWay;
import org.deviceoffboarding.notification.Recipient;
import org.deviceoffboarding.notification.SampleNotice;
import org.deviceoffboarding.notification.choice.ChoiceService;
import org.deviceoffboarding.notification.choice.NoticeChoices;
import org.deviceoffboarding.notification.choice.NoticeTiming;
import org.deviceoffboarding.notification.inbox.InboxService;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.test.context.support.WithMockUser;

/** What somebody chooses to be told. */
@PortalTest
@ViewPackages(classes = ChoicesView.class)
@WithMockUser(username = "ben", roles = Roles.READER)
class ChoicesViewTest extends SpringBrowserlessTest {

    @Autowired
    private ChoiceService choices;

    @Autowired
    private InboxService inbox;

    @Autowired
    private NoticeOutbox outbox;

    @Test
    void whatIsTurnedOffIsToldNoMore() {
        navigate(ChoicesView.class);

        choose(NoticeKind.RUN_FAILED, NoticeWay.NONE);
        click("Save");

        assertThat(choices.own().ways()).isEqualTo(Map.of(NoticeKind.RUN_FAILED, NoticeWay.NONE));
        outbox.tell(Actor.PORTAL, SampleNotice.runFailed(1, Recipient.person("ben", "You asked for it.")));
        assertThat(inbox.countNew()).isZero();
    }

    @Test
    void whatIsWantedByMailOnlyIsNotShownInThePortal() {
        save(new NoticeChoices(Map.of(NoticeKind.RUN_FAILED, NoticeWay.MAIL), NoticeTiming.AT_ONCE));

        outbox.tell(Actor.PORTAL, SampleNotice.runFailed(1, Recipient.person("ben", "You asked for it.")));

        assertThat(inbox.countNew()).isZero();
    }

    @Test
    void whatIsUsualIsNotKeptSoThatItFollowsWhatIsUsualLater() {
        navigate(ChoicesView.class);
        choose(NoticeKind.RUN_FAILED, NoticeWay.NONE);
        click("Save");
        choose(NoticeKind.RUN_FAILED, NoticeKind.RUN_FAILED.usualWay());
        click("Save");

        assertThat(choices.own().ways()).isEmpty();
    }

    @Test
    void whereNoMailServerIsSetThePageSaysSo() {
        ChoicesView view = navigate(ChoicesView.class);

        assertThat(view.getElement().getTextRecursively())
                .contains("No mail server is set")
                .doesNotContain("When mail comes");
    }

    @Test
    void aTimeThatIsMissingIsSaidAtItsFieldAndGoesWithTheQuietHours() {
        ChoicesForm form = mailed();
        Checkbox quiet = find(Checkbox.class).single();
        quiet.setValue(true);
        TimePicker until = find(TimePicker.class).withCaption("Until").single();
        until.clear();

        assertThat(form.isValid()).isFalse();
        assertThat(until.getErrorMessage()).isEqualTo("Enter a time.");

        quiet.setValue(false);
        assertThat(form.isValid()).isTrue();
        quiet.setValue(true);
        find(TimePicker.class).withCaption("From").single().clear();
        until.setValue(LocalTime.of(7, 0));
        assertThat(form.isValid()).isFalse();
        assertThat(find(TimePicker.class).withCaption("From").single().getErrorMessage())
                .isEqualTo("Enter a time.");
        assertThat(until.isInvalid()).isFalse();
    }

    @Test
    void whatIsSaidOfATypedTimeZoneGoesOnceItIsMended() {
        mailed();
        ComboBox<String> zone = find(ZoneField.class).single();
        ComponentUtil.fireEvent(zone, new ComboBoxBase.CustomValueSetEvent<>(zone, true, "Middle-earth"));
        assertThat(zone.isInvalid()).isTrue();
        assertThat(zone.getErrorMessage()).contains("“Middle-earth” was typed");

        zone.setValue("Europe/Berlin");

        assertThat(zone.isInvalid()).isFalse();
        assertThat(zone.getErrorMessage()).isEmpty();
    }

    @Test
    void whatAnotherWindowSavedIsSaidBesideWhatIsChosenHereAndNeitherIsLost() {
        NoticeTiming daily = new NoticeTiming(
                LocalTime.of(7, 0), LocalTime.of(18, 0), LocalTime.of(6, 0), ZoneId.of("America/New_York"));
        ChoicesView view = navigate(ChoicesView.class);
        choose(NoticeKind.RUN_FAILED, NoticeWay.NONE);
        choose(NoticeKind.TASK_DUE, NoticeWay.NONE);
        save(new NoticeChoices(
                Map.of(NoticeKind.RUN_FAILED, NoticeWay.PAGE, NoticeKind.MENTIONED, NoticeWay.NONE), daily));
        NoticeChoices elsewhere = choices.own();

        click("Save");

        assertThat(choices.own()).isEqualTo(elsewhere);
        assertThat(view.getElement().getTextRecursively())
                .contains(
                        "Nothing is saved yet",
                        NoticeKind.RUN_FAILED.label()
                                + ": In the portal and by mail → In the portal. You chose here: Not at all",
                        NoticeKind.MENTIONED.label() + ": In the portal and by mail → Not at all",
                        "Mail comes: at once → once a day, at 07:00",
                        "Quiet hours: none → 18:00 to 06:00",
                        "→ America/New_York");

        click("Save");

        assertThat(choices.own())
                .isEqualTo(new NoticeChoices(
                        Map.of(
                                NoticeKind.RUN_FAILED, NoticeWay.NONE,
                                NoticeKind.TASK_DUE, NoticeWay.NONE,
                                NoticeKind.MENTIONED, NoticeWay.NONE),
                        daily));
        assertThat(view.getElement().getTextRecursively()).doesNotContain("Nothing is saved yet");
    }

    private void save(NoticeChoices chosen) {
        choices.save(choices.own(), chosen);
    }

    private ChoicesForm mailed() {
        navigate(ChoicesView.class);
        ChoicesForm form = new ChoicesForm(choices.own(), true);
        UI.getCurrent().add(form.timing());
        return form;
    }

    @SuppressWarnings("unchecked")
    private void choose(NoticeKind kind, NoticeWay way) {
        Select<NoticeWay> field = find(Select.class).all().stream()
                .filter(each -> kind.label().equals(each.getAriaLabel().orElse("")))
                .map(each -> (Select<NoticeWay>) each)
                .findFirst()
                .orElseThrow();
        field.setValue(way);
    }

    private void click(String text) {
        test(find(Button.class).withText(text).single()).click();
    }
}
