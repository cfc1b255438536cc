package org.deviceoffboarding.evaluation.schedule.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.badge.Badge;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.combobox.ComboBoxBase;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.component.timepicker.TimePicker;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import org.deviceoffboarding.PortalTest;
import org.deviceoffboarding.base.Roles;
import org.deviceoffboarding.base.ui.Section;
import org.deviceoffboarding.base.ui.Tile;
import org.deviceoffboarding.evaluation.schedule.Schedule;
import org.deviceoffboarding.evaluation.schedule.ScheduleDraft;
import org.deviceoffboarding.evaluation.schedule.ScheduleDraft.Pace;
import org.deviceoffboarding.evaluation.schedule.ScheduleMoved;
import org.deviceoffboarding.evaluation.schedule.ScheduleService;
import org.deviceoffboarding.remediation.ui.News;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.test.context.support.WithMockUser;

@PortalTest
@ViewPackages(classes = ScheduleView.class)
@WithMockUser(roles = {Roles.READER, Roles.OPERATOR, Roles.OWNER})
class ScheduleViewTest extends SpringBrowserlessTest {

    @Autowired
    private ScheduleService schedules;

    @Autowired
    private ScheduleTile tile;

    @Autowired
    private ApplicationEventPublisher events;

    @Autowired
    private JdbcClient jdbc;

    @BeforeEach
    void startAfresh() {
        jdbc.sql("delete from run_schedule_state").update();
    }

    @Test
    void beforeAnybodySetsItItSaysThatRunsStartByHandOnly() {
        navigate(ScheduleView.class);

        assertThat(text("Next runs")).isEqualTo("Runs start by hand only.");
        assertThat(text("How it stands")).contains("by hand only", "nobody yet");
        assertThat(tileText()).isEqualTo("Next run–by hand only");
        assertThat(find(TimePicker.class).exists()).as("nothing to be set").isFalse();
    }

    @Test
    void theNextFiveTimesShowWhileTheyAreEnteredAndNothingIsSaved() {
        navigate(ScheduleView.class);

        pace().setValue(Pace.WEEKLY);
        find(CheckboxGroup.class).single().setValue(Set.of(DayOfWeek.SATURDAY));
        find(TimePicker.class).single().setValue(LocalTime.of(3, 30));
        zone().setValue("Asia/Kathmandu");

        List<String> times = times();
        assertThat(times)
                .hasSize(5)
                .allSatisfy(time -> assertThat(time)
                        .startsWith("Sat, ")
                        .contains("3:30", " Asia/Kathmandu")
                        .contains("for you Fri, ", "9:45", "(UTC)"));
        assertThat(schedules.current().version()).isZero();
    }

    @Test
    void inTheOwnersOwnZoneTheyAreSaidOnce() {
        navigate(ScheduleView.class);
        pace().setValue(Pace.DAILY);
        zone().setValue("UTC");

        assertThat(times())
                .hasSize(5)
                .allSatisfy(time ->
                        assertThat(time).contains("2:00").endsWith(" UTC").doesNotContain("for you"));
    }

    @Test
    void whatIsEnteredIsSaved() {
        navigate(ScheduleView.class);
        pace().setValue(Pace.DAILY);
        find(TimePicker.class).single().setValue(LocalTime.of(4, 15));
        zone().setValue("Europe/Berlin");
        save();

        assertThat(schedules.current().words()).isEqualTo("daily at 04:15, Europe/Berlin");
        assertThat(test(find(Notification.class).single()).getText())
                .isEqualTo("Runs start daily at 04:15, Europe/Berlin.");
        assertThat(text("How it stands")).contains("daily at 04:15, Europe/Berlin", "keep status and assignee", "user");
        assertThat(tileText()).endsWith("daily at 04:15, Europe/Berlin").doesNotContain("–");
    }

    @Test
    void whatIsWrongWithACronLineStandsBesideItAndNothingIsSaved() {
        navigate(ScheduleView.class);
        pace().setValue(Pace.CRON);
        zone().setValue("UTC");
        TextField cron = find(TextField.class).single();
        cron.setValue("0 2 * * MOON");
        assertThat(text("Next runs")).startsWith("“MOON” is no day of the week");

        save();
        assertThat(cron.isInvalid()).isTrue();
        assertThat(cron.getErrorMessage()).startsWith("“MOON” is no day of the week");
        assertThat(schedules.current().version()).isZero();

        cron.setValue("0 2 * * MON");
        assertThat(cron.isInvalid()).as("mended").isFalse();
        assertThat(times()).hasSize(5);
        save();
        assertThat(schedules.current().words()).isEqualTo("by the cron line 0 2 * * MON, UTC");
    }

    @Test
    void whatAnotherOwnerSavedMeanwhileIsTakenOverAndWhereBothChangedSomethingThePersonSaysWhichStays() {
        enterFourFifteen();
        News.tell(events, new ScheduleMoved());

        assertThat(text("How it stands")).contains("daily at 03:00, UTC", "begin anew", "Ada");
        assertThat(find(Badge.class).all()).extracting(Badge::getText).contains("On");
        assertThat(pageText())
                .contains("Ada saved another schedule meanwhile: runs start daily at 03:00, UTC")
                .contains("also where both of you changed something: the time.");
        assertThat(find(Checkbox.class).single().getValue()).as("taken over").isTrue();
        assertThat(find(TimePicker.class).single().getValue()).isEqualTo(LocalTime.of(4, 15));
        save();
        assertThat(schedules.current().words()).as("not before it is settled").isEqualTo("daily at 03:00, UTC");

        test(find(Button.class).withText("Keep mine there").single()).click();
        assertThat(pageText()).doesNotContain("saved another schedule meanwhile", "saved something else here");
        save();

        assertThat(schedules.current())
                .returns("daily at 04:15, UTC", Schedule::words)
                .returns(true, Schedule::resets);
    }

    @Test
    void whatAnotherOwnerSavedMeanwhileCanBeTakenWhereBothChangedSomething() {
        enterFourFifteen();
        News.tell(events, new ScheduleMoved());

        test(find(Button.class).withText("Take theirs there").single()).click();

        assertThat(find(TimePicker.class).single().getValue()).isEqualTo(LocalTime.of(3, 0));
        UI.getCurrent().navigate("");
        assertThat(find(ConfirmDialog.class).exists()).as("nothing is unsaved").isFalse();
    }

    private void enterFourFifteen() {
        navigate(ScheduleView.class);
        pace().setValue(Pace.DAILY);
        zone().setValue("UTC");
        find(TimePicker.class).single().setValue(LocalTime.of(4, 15));
        jdbc.sql("""
                insert into run_schedule (version, saved_at, saved_by_id, saved_by_name, enabled, at_time, zone, resets)
                values (1, now(), 'ada', 'Ada', true, '03:00', 'UTC', true)
                """).update();
    }

    private String pageText() {
        return find(ScheduleView.class).single().getElement().getTextRecursively();
    }

    @Test
    void whoSavedWhatIsListedAndAnEarlierScheduleIsTakenBackIntoTheFields() {
        schedules.save(schedules.current(), new ScheduleDraft(Pace.DAILY, Set.of(), LocalTime.NOON, "", "UTC", true));
        schedules.save(
                schedules.current(),
                new ScheduleDraft(Pace.CRON, Set.of(), null, "0 2 * * MON", "Europe/Berlin", false));
        navigate(ScheduleView.class);
        assertThat(changes(0))
                .isEqualTo("runs start by the cron line 0 2 * * MON, Europe/Berlin (before: daily at 12:00, UTC); their"
                        + " suggestions keep status and assignee.");
        assertThat(changes(1))
                .isEqualTo("runs start daily at 12:00, UTC (before: by hand only); their suggestions begin anew.");
        assertThat(changes(2)).isEqualTo("As the portal comes.");
        assertThat(action(0).getElement().getTextRecursively()).isEqualTo("In force");

        test((Button) action(1)).click();

        assertThat(pace().getValue()).isEqualTo(Pace.DAILY);
        assertThat(find(TimePicker.class).single().getValue()).isEqualTo(LocalTime.NOON);
        assertThat(zone().getValue()).isEqualTo("UTC");
        assertThat(find(Div.class).all())
                .anyMatch(div -> div.getElement().getTextRecursively().startsWith("The fields hold version 1 now."));
        assertThat(schedules.current().version()).as("nothing is saved yet").isEqualTo(2);
        save();
        assertThat(schedules.current().words()).isEqualTo("daily at 12:00, UTC");
        assertThat(schedules.current().resets()).isTrue();
        assertThat(changes(0)).contains("(before: by the cron line");
    }

    @Test
    void whatThePortalComesWithIsTakenBackToo() {
        schedules.save(schedules.current(), new ScheduleDraft(Pace.DAILY, Set.of(), LocalTime.NOON, "", "UTC", true));
        navigate(ScheduleView.class);

        test((Button) action(1)).click();
        save();

        assertThat(schedules.current().words()).isEqualTo("by hand only");
    }

    private String changes(int row) {
        return test(history())
                .getCellComponent(row, 3)
                .getElement()
                .getTextRecursively()
                .replaceAll("more$", "");
    }

    private Component action(int row) {
        return test(history()).getCellComponent(row, 4);
    }

    private Grid<?> history() {
        return find(Grid.class).withClassName("setting-history").single();
    }

    @Test
    void aMissingTimeStandsBesideItsField() {
        navigate(ScheduleView.class);
        pace().setValue(Pace.DAILY);
        zone().setValue("UTC");
        find(TimePicker.class).single().clear();

        save();

        assertThat(find(TimePicker.class).single().getErrorMessage()).isEqualTo("Enter a time, such as 02:00.");
        assertThat(schedules.current().version()).isZero();
    }

    @Test
    void aTimeZoneThatIsTypedAndNotPickedIsRefusedBesideItsFieldAndNoTimesAreShownForIt() {
        navigate(ScheduleView.class);
        pace().setValue(Pace.DAILY);
        zone().setValue("UTC");

        ComponentUtil.fireEvent(zone(), new ComboBoxBase.CustomValueSetEvent<>(zone(), true, "Kathm"));

        assertThat(zone().isInvalid()).isTrue();
        assertThat(zone().getErrorMessage())
                .isEqualTo("“Kathm” was typed, and no time zone picked. Choose one of the list.");
        assertThat(text("Next runs")).isEqualTo("Pick a time zone by its name, such as Europe/Berlin.");
        save();
        assertThat(schedules.current().version()).isZero();

        zone().setValue("UTC");
        assertThat(zone().isInvalid()).as("picked again").isFalse();
        assertThat(times()).hasSize(5);
    }

    @Test
    void whatAnotherOwnerSavedMeanwhileIsNotOverwritten() {
        navigate(ScheduleView.class);
        pace().setValue(Pace.DAILY);
        zone().setValue("UTC");
        schedules.save(schedules.current(), new ScheduleDraft(Pace.DAILY, Set.of(), LocalTime.NOON, "", "UTC", false));

        save();

        assertThat(find(Notification.class).all().getLast().getElement().getTextRecursively())
                .contains("Nothing was saved: somebody else saved the schedule at the same time.");
        assertThat(schedules.current()).returns(1L, Schedule::version);
        assertThat(find(TimePicker.class).single().getValue()).as("theirs").isEqualTo(LocalTime.NOON);
    }

    @Test
    void whatCameOfTheLastTimeIsSaid() {
        LocalTime longAfterTheTry = LocalTime.now(ZoneOffset.UTC).plusHours(12).truncatedTo(ChronoUnit.MINUTES);
        schedules.save(schedules.current(), new ScheduleDraft(Pace.DAILY, Set.of(), longAfterTheTry, "", "UTC", true));
        jdbc.sql("""
                update run_schedule_state
                set last_at = now(), last_outcome = 'STARTED', last_run = 14, last_missed = 3,
                    due_at = now(), failures = 2, retry_at = now() + interval '20 minutes', due_run = 15, failure = 'Graph is away.'
                """).update();

        navigate(ScheduleView.class);

        assertThat(text("How it stands"))
                .contains("run 14 was started. 3 times before were missed")
                .contains("Run 15 failed, and is tried again ", ", for the second of 3 times. Graph is away.")
                .contains("begin anew");
        assertThat(tileText()).endsWith("tried again after it failed");
    }

    @Test
    @WithMockUser(roles = Roles.READER)
    void aReaderSeesItAndCanChangeNothing() {
        jdbc.sql("""
                insert into run_schedule (version, saved_at, saved_by_id, saved_by_name, enabled, at_time, zone, resets)
                values (1, now(), 'p-1', 'olivia@contoso.example', true, '02:00', 'Europe/Berlin', false)
                """).update();

        navigate(ScheduleView.class);

        assertThat(text("How it stands")).contains("daily at 02:00, Europe/Berlin", "olivia@contoso.example");
        assertThat(times()).hasSize(5);
        assertThat(find(Grid.class).exists()).isFalse();
        assertThat(find(Button.class).withText("Save").exists()).isFalse();
        assertThat(find(RadioButtonGroup.class).exists()).isFalse();
        assertThat(find(Nav.class).exists())
                .as("links to settings that a reader may not open")
                .isFalse();
    }

    private String tileText() {
        List<Tile> tiles = tile.create();
        return tiles.getFirst().getElement().getTextRecursively();
    }

    @SuppressWarnings("unchecked")
    private RadioButtonGroup<Pace> pace() {
        return find(RadioButtonGroup.class).single();
    }

    @SuppressWarnings("unchecked")
    private ComboBox<String> zone() {
        return find(ComboBox.class).single();
    }

    private List<String> times() {
        return find(ListItem.class).all().stream()
                .map(item -> item.getElement().getTextRecursively())
                .toList();
    }

    private String text(String section) {
        return find(Section.class).all().stream()
                .filter(each -> each.getElement().getTextRecursively().startsWith(section))
                .map(Component::getElement)
                .map(element -> element.getTextRecursively().substring(section.length()))
                .findFirst()
                .orElseThrow();
    }

    private void save() {
        test(find(Button.class).withText("Save").single()).click();
    }
}
