package org.deviceoffboarding.notification.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.QueryParameters;
import java.time.Clock;
import java.util.List;
import java.util.stream.IntStream;
import org.deviceoffboarding.As;
import org.deviceoffboarding.PortalTest;
import org.deviceoffboarding.base.Actor;
import org.deviceoffboarding.base.Roles;
import org.deviceoffboarding.base.ui.OpenPages;
import org.deviceoffboarding.notification.NoticeKind;
import org.deviceoffboarding.notification.NoticeOutbox;
import org.deviceoffboarding.notification.Recipient;
import org.deviceoffboarding.notification.SampleNotice;
import org.deviceoffboarding.notification.inbox.InboxService;
import org.deviceoffboarding.person.SeenPeople;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.test.context.support.WithMockUser;

/** What somebody sees of what they were told. */
@PortalTest
@ViewPackages(classes = NoticesView.class)
@WithMockUser(username = "ben", roles = Roles.READER)
class NoticesViewTest extends SpringBrowserlessTest {

    @Autowired
    private NoticeOutbox outbox;

    @Autowired
    private InboxService inbox;

    @Autowired
    private OpenPages openPages;

    @Autowired
    private ApplicationEventPublisher events;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Clock clock;

    @BeforeEach
    void startAfresh() {
        jdbc.sql("delete from notice").update();
    }

    @Test
    void eachSaysWhatHappenedAndWhyOneGetsIt() {
        tell(1, "ben");
        tell(2, "ben");
        tell(3, "somebody-else");

        navigate(NoticesView.class);

        assertThat(test(rows()).size()).isEqualTo(2);
        assertThat(cell(0, 0))
                .as("why and what can be done stand below it, too, for narrow windows")
                .isEqualTo("New: Run 2 failed.You asked for it.Mark as read");
        assertThat(test(rows()).getCellText(0, 1)).isEqualTo("Run failed");
        assertThat(cell(0, 2)).isEqualTo("You asked for it.");
    }

    @Test
    void whatHidesOrTurnsALineInANameIsSeen() {
        outbox.tell(
                Actor.PORTAL,
                new SampleNotice(
                        NoticeKind.RUN_FAILED,
                        "run:1:failed",
                        "notice-choices",
                        "PC\u200fcod\u200b failed.",
                        List.of(Recipient.person("ben", "You asked for it."))));

        navigate(NoticesView.class);

        assertThat(cell(0, 0)).startsWith("New: PC⟨U+200F⟩cod⟨U+200B⟩ failed.");
    }

    @Test
    void itsAddressOpensWhatItIsAboutAndItIsReadThen() {
        tell(1, "ben");

        UI.getCurrent().navigate("notices", QueryParameters.of("open", String.valueOf(id(1))));

        assertThat(UI.getCurrent().getActiveViewLocation().getPath()).isEqualTo("notices/choices");
        assertThat(UI.getCurrent().getActiveViewLocation().getQueryParameters().getParameters())
                .isEmpty();
        assertThat(inbox.countNew()).isZero();
    }

    @Test
    void whoWasNotToldIsLedThereAsWell() {
        tell(3, "somebody-else");

        assertThat(inbox.open(id(3))).isPresent();
        assertThat(jdbc.sql("select count(*) from told_notice where read_at is null")
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void anAddressOfNothingShowsTheList() {
        tell(1, "ben");

        UI.getCurrent().navigate("notices", QueryParameters.of("open", "999999999"));

        assertThat(test(rows()).size()).isEqualTo(1);
        assertThat(inbox.countNew()).isEqualTo(1);
    }

    @Test
    void allAreMarkedAsReadButWhatCameMeanwhile() {
        tell(1, "ben");
        tell(2, "ben");
        navigate(NoticesView.class);

        test(find(Button.class).withText("Mark all as read").single()).click();

        assertThat(inbox.countNew()).isZero();
        assertThat(cell(0, 0)).startsWith("Run 2 failed.").doesNotContain("Mark as read");
        assertThat(find(Button.class).withText("Mark all as read").single().isEnabled())
                .isFalse();
        tell(3, "ben");
        inbox.markAllRead(id(2));
        assertThat(inbox.countNew()).isEqualTo(1);
    }

    @Test
    void oneIsMarkedAsRead() {
        tell(1, "ben");
        tell(2, "ben");
        navigate(NoticesView.class);

        test((Button) test(rows()).getCellComponent(0, 5)).click();

        assertThat(inbox.countNew()).isEqualTo(1);
        assertThat(cell(0, 0)).startsWith("Run 2 failed.").doesNotContain("Mark as read");
        assertThat(cell(1, 0)).startsWith("New: Run 1 failed.");
    }

    @Test
    void whatWasToldForARoleThatWasLostIsNotShownAnyMore() {
        new SeenPeople(events).signIn("ben", "Ben", clock.instant(), Roles.OWNER);
        outbox.tell(Actor.PORTAL, SampleNotice.runFailed(1, Recipient.everyoneWith(Roles.OWNER, "You are an owner.")));

        assertThat(inbox.countNew()).isZero();
        assertThat(As.person(
                        new Actor("ben", "ben@contoso.example"),
                        List.of(Roles.OWNER, Roles.READER),
                        () -> inbox.countNew()))
                .isEqualTo(1);
        navigate(NoticesView.class);
        assertThat(test(rows()).size()).isZero();
    }

    @Test
    void aSearchNarrowsThem() {
        tell(1, "ben");
        tell(2, "ben");
        navigate(NoticesView.class);

        test(find(TextField.class).withCaption("Search").single()).setValue("run 1");

        assertThat(test(rows()).size()).isEqualTo(1);
    }

    @Test
    void theBellCountsWhatIsNewAndSaysSo() {
        navigate(NoticesView.class);
        BellButton bell = new BellButton(inbox, openPages, clock);
        UI.getCurrent().add(bell);
        assertThat(bell.getElement().getAttribute("aria-label")).isEqualTo("Notices, nothing new");

        tell(1, "ben");
        BellButton later = new BellButton(inbox, openPages, clock);
        UI.getCurrent().add(later);

        assertThat(later.getElement().getAttribute("aria-label")).isEqualTo("Notices, 1 new");
        assertThat(later.getSuffixComponent().getElement().getText()).isEqualTo("1");
    }

    @Test
    void theBellCountsNoFurtherThanItShows() {
        IntStream.rangeClosed(1, 120).forEach(number -> tell(number, "ben"));
        navigate(NoticesView.class);

        BellButton bell = new BellButton(inbox, openPages, clock);
        UI.getCurrent().add(bell);

        assertThat(inbox.countNew()).isEqualTo(100);
        assertThat(bell.getSuffixComponent().getElement().getText()).isEqualTo("99+");
        assertThat(bell.getElement().getAttribute("aria-label")).isEqualTo("Notices, more than 99 new");
    }

    private void tell(int number, String person) {
        outbox.tell(
                Actor.PORTAL,
                new SampleNotice(
                        NoticeKind.RUN_FAILED,
                        "run:" + number + ":failed",
                        "notice-choices",
                        "Run " + number + " failed.",
                        List.of(Recipient.person(person, "You asked for it."))));
    }

    private long id(int number) {
        return jdbc.sql("select id from notice where key = :key")
                .param("key", "run:" + number + ":failed")
                .query(Long.class)
                .single();
    }

    private String cell(int row, int column) {
        return ((Component) test(rows()).getCellComponent(row, column))
                .getElement()
                .getTextRecursively();
    }

    private Grid<?> rows() {
        return find(Grid.class).single();
    }
}
