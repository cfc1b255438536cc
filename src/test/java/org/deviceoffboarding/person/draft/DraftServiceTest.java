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

        As.person(BEN, () -> {
            assertThatExceptionOfType(AccessDeniedException.class).isThrownBy(() -> service.find(annas));
            assertThatExceptionOfType(AccessDeniedException.class)
                    .isThrownBy(() -> service.keep(annas, "note", "", "typed after the change"));
            assertThatExceptionOfType(AccessDeniedException.class)
                    .isThrownBy(() -> service.keep(annas, "note", "", ""));
            assertThatExceptionOfType(AccessDeniedException.class).isThrownBy(() -> service.forget(annas));
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
    void ofTwoPagesTheLaterCounts() {
        type("too many");
        type("too many of them");

        assertThat(texts()).containsExactly("too many of them");
    }

    @Test
    void whatIsAsItWasIsNoDraft() {
        type("too many");
        type("");

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
        type("too many");
        service.keep(service.at("reject:18"), "note", "", "wrong devices");

        service.forget(service.at(PLACE));

        assertThat(texts()).isEmpty();
        assertThat(service.find(service.at("reject:18"))).hasSize(1);
    }

    @Test
    void everyTextIsKeptWordForWord() {
        type("first line\n\tsecond – line\n");
        assertThat(texts()).containsExactly("first line\n\tsecond – line\n");

        type("nothing\0");
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
    void whatIsTypedStandsInNoLogAndInNoAuditEntry() {
        type("a secret");

        assertThat(service.find(service.at(PLACE)).toString()).doesNotContain("a secret");
        assertThat(jdbc.sql("select count(*) from audit_entry where audit_entry::text like '%a secret%'")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    private void type(String text) {
        service.keep(service.at(PLACE), "note", "", text);
    }

    private List<String> texts() {
        return service.find(service.at(PLACE)).stream().map(Draft::text).toList();
    }
}
