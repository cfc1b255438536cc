package org.deviceoffboarding.person.draft;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.deviceoffboarding.As;
import org.deviceoffboarding.PortalTest;
import org.deviceoffboarding.base.Actor;
import org.deviceoffboarding.base.Roles;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.test.context.support.WithMockUser;

@PortalTest
@WithMockUser(username = "anna", roles = Roles.READER)
class DraftServiceTest {

    private static final Actor BEN = new Actor("oid-ben", "ben@contoso.example");
    private static final String PLACE = "reject:17";

    @Autowired
    private DraftService service;

    @Autowired
    private DraftRepository repository;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void whatWasTypedIsFoundByWhoTypedItAndByNobodyElse() {
        type("too many");

        assertThat(texts()).containsExactly("too many");
        As.person(BEN, () -> {
            assertThat(texts()).isEmpty();
            type("too few");
        });
        assertThat(texts()).containsExactly("too many");
        As.person(BEN, () -> assertThat(texts()).containsExactly("too few"));
    }

    @Test
    void aPageThatOnePersonOpenedKeepsAndShowsNothingForTheNext() {
        type("too many");
        DraftPlace annas = service.at(PLACE);
        Draft typed = service.find(annas).getFirst();

        As.person(BEN, () -> {
            assertThatExceptionOfType(AccessDeniedException.class).isThrownBy(() -> service.find(annas));
            assertThatExceptionOfType(AccessDeniedException.class)
                    .isThrownBy(() -> service.keep(annas, "note", "", "typed after the change"));
            assertThatExceptionOfType(AccessDeniedException.class)
                    .isThrownBy(() -> service.keep(annas, "note", "", ""));
            assertThatExceptionOfType(AccessDeniedException.class).isThrownBy(() -> service.kept(annas));
            assertThatExceptionOfType(AccessDeniedException.class).isThrownBy(() -> service.forget(annas));
            assertThatExceptionOfType(AccessDeniedException.class).isThrownBy(() -> service.goOnWith(annas, typed, ""));
            assertThatExceptionOfType(AccessDeniedException.class).isThrownBy(() -> service.discard(annas, typed));
            assertThatExceptionOfType(AccessDeniedException.class).isThrownBy(() -> service.offerNoMore(annas, typed));
            assertThatExceptionOfType(AccessDeniedException.class)
                    .isThrownBy(() -> service.putAside(annas, "note", "", "typed"));
            assertThat(texts()).isEmpty();
        });

        assertThat(texts()).containsExactly("too many");
        assertThat(jdbc.sql("select count(*) from draft").query(Integer.class).single())
                .isEqualTo(1);
    }

    @Test
    void whoHasNoRoleKeepsNothingAndFindsItOnceTheRoleIsBack() {
        DraftPlace place = service.at(PLACE);
        As.person(BEN, () -> type("too few"));

        As.person(
                new Actor("anna", "anna"),
                List.of(),
                () -> assertThatExceptionOfType(AccessDeniedException.class)
                        .isThrownBy(() -> service.keep(place, "note", "", "typed")));
        As.person(
                BEN,
                List.of(),
                () -> assertThatExceptionOfType(AccessDeniedException.class).isThrownBy(this::texts));

        assertThat(texts()).isEmpty();
        As.person(BEN, () -> assertThat(texts()).containsExactly("too few"));
    }

    @Test
    void whatIsTypedLaterInOneWindowCounts() {
        DraftPlace window = service.at(PLACE);
        type(window, "too many");
        type(window, "too many of them");

        assertThat(texts()).containsExactly("too many of them");
    }

    @Test
    void ofTwoWindowsEachKeepsItsOwn() {
        type("too many");
        type("wrong devices");

        assertThat(texts()).containsExactlyInAnyOrder("too many", "wrong devices");
    }

    @Test
    void whatAnotherWindowGoesOnWithIsKeptUntilThatOneSendsItUnlessItIsTypedOn() {
        DraftPlace left = service.at(PLACE);
        DraftPlace typedOn = service.at(PLACE);
        type(left, "too many");
        type(typedOn, "too few");
        DraftPlace next = service.at(PLACE);
        service.find(next).forEach(draft -> service.goOnWith(next, draft, ""));
        type(next, "both");
        assertThat(texts()).containsExactly("both");
        assertThat(service.kept(left)).hasSize(1);

        type(typedOn, "too few of them");
        service.forget(next);

        assertThat(service.kept(left)).isEmpty();
        assertThat(texts()).containsExactly("too few of them");
    }

    @Test
    void whatIsDiscardedIsWhatWasShownAndNothingTypedSince() {
        DraftPlace other = service.at(PLACE);
        type(other, "too many");
        DraftPlace here = service.at(PLACE);
        Draft shown = service.find(here).getFirst();

        type(other, "too many of them");
        service.discard(here, shown);
        assertThat(texts()).containsExactly("too many of them");

        service.discard(here, service.find(here).getFirst());
        assertThat(texts()).isEmpty();
    }

    @Test
    void whatIsAsItWasIsNoDraft() {
        DraftPlace window = service.at(PLACE);
        type(window, "too many");
        type(window, "");

        assertThat(texts()).isEmpty();
    }

    @Test
    void whatWasTypedOverOneTextDoesNotTakeThePlaceOfWhatWasTypedOverAnother() {
        service.keep(service.at("instructions"), "text", "version 7", "typed over 7");
        service.keep(service.at("instructions"), "text", "version 8", "typed over 8");

        assertThat(service.find(service.at("instructions")))
                .extracting(draft -> draft.isBasedOn("version 8") + " " + draft.text())
                .containsExactlyInAnyOrder("true typed over 8", "false typed over 7");
    }

    @Test
    void whatWasSentIsForgottenThereAndNowhereElse() {
        DraftPlace window = service.at(PLACE);
        type(window, "too many");
        service.keep(service.at("reject:18"), "note", "", "wrong devices");

        service.forget(window);

        assertThat(texts()).isEmpty();
        assertThat(service.find(service.at("reject:18"))).hasSize(1);
    }

    @Test
    void everyTextIsKeptWordForWord() {
        DraftPlace window = service.at(PLACE);
        type(window, "first line\n\tsecond – line\n");
        assertThat(texts()).containsExactly("first line\n\tsecond – line\n");

        type(window, "nothing\0");
        assertThat(texts()).containsExactly("nothing\uFFFD");
    }

    @Test
    void whatIsLongerThanAnyFieldTakesIsNotKept() {
        String longest = "x".repeat(1_000_000);

        assertThat(service.keep(service.at(PLACE), "note", "", longest)).isTrue();
        assertThat(service.keep(service.at(PLACE), "note", "", longest + "x")).isFalse();

        assertThat(texts()).containsExactly(longest);
    }

    @Test
    void whatNobodyWentOnWithIsForgottenAfterThirtyDays() {
        Instant now = Instant.now();
        type("too many");

        DraftExpiry.forget(repository, now.plus(Duration.ofDays(30)));
        assertThat(texts()).containsExactly("too many");

        DraftExpiry.forget(repository, now.plus(Duration.ofDays(30).plusMinutes(1)));
        assertThat(texts()).isEmpty();
    }

    @Test
    void whatAnotherWindowWentOnWithIsForgottenOnceNobodyCanLookAtItAnyMore() {
        type("too many");
        DraftPlace next = service.at(PLACE);
        service.goOnWith(next, service.find(next).getFirst(), "");

        DraftExpiry.forget(repository, Instant.now().plus(Duration.ofDays(2).plusMinutes(1)));

        assertThat(jdbc.sql("select count(*) from draft").query(Integer.class).single())
                .isEqualTo(1);
        assertThat(texts()).containsExactly("too many");
    }

    @Test
    void whatIsTypedStandsInNoLogAndInNoAuditEntry() {
        type("a secret");

        assertThat(service.find(service.at(PLACE)).toString()).doesNotContain("a secret");
        assertThat(jdbc.sql("select count(*) from audit_entry where audit_entry::text like '%a secret%'")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    private void type(String text) {
        type(service.at(PLACE), text);
    }

    private void type(DraftPlace window, String text) {
        service.keep(window, "note", "", text);
    }

    private List<String> texts() {
        return service.find(service.at(PLACE)).stream().map(Draft::text).toList();
    }
}
