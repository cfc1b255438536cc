package org.deviceoffboarding.safeguard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.deviceoffboarding.SettableClock;
import org.deviceoffboarding.base.ChangedMeanwhileException;
import org.deviceoffboarding.base.Roles;
import org.deviceoffboarding.base.Sql;
import org.deviceoffboarding.evaluation.EvaluationTest;
import org.deviceoffboarding.evaluation.SavedRules;
import org.deviceoffboarding.evaluation.rules.RulesService;
import org.deviceoffboarding.judging.JudgingRules;
import org.deviceoffboarding.notification.ToldSentences;
import org.deviceoffboarding.person.SeenPeople;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.test.context.support.WithMockUser;
import org.springframework.transaction.support.TransactionTemplate;

/** What becomes of a shorter silence that the owner Ada wants, whatever happens in between. */
@EvaluationTest
@WithMockUser(
        username = "Ada",
        roles = {Roles.READER, Roles.OPERATOR, Roles.APPROVER, Roles.OWNER})
class LooseningServiceTest {

    private static final JudgingRules SHORTER = JudgingRules.defaults().withSilentAfter(Duration.ofDays(45));
    private static final JudgingRules LONGER = JudgingRules.defaults().withSilentAfter(Duration.ofDays(120));

    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern(
                    "d MMM uuuu HH:mm 'UTC'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    @Autowired
    private LooseningService loosenings;

    @Autowired
    private LooseningWatch watch;

    @Autowired
    private CeilingAtStart ceilingAtStart;

    @Autowired
    private RulesService rules;

    @Autowired
    private TransactionTemplate transactions;

    @Autowired
    private SettableClock clock;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private ApplicationEventPublisher events;

    @BeforeEach
    void startAfresh() {
        jdbc.sql("truncate evaluation_run, evaluation_rules, loosening, person, notice cascade")
                .update();
    }

    @Test
    void itHoldsOnceAnotherOwnerConfirmsIt() {
        Loosening proposed = propose();
        assertThat(loosenings.pending()).containsExactly(proposed);
        assertThat(days()).isEqualTo(90);

        Loosening ended = SignedIn.asOwner("Olga", () -> loosenings.confirm(proposed.id()));

        assertThat(ended.status()).isEqualTo(LooseningStatus.CONFIRMED);
        assertThat(days()).isEqualTo(45);
        assertThat(rules.current().savedBy()).isEqualTo(proposed.proposedBy());
        assertThat(loosenings.pending()).isEmpty();
        assertThat(recorded(proposed))
                .containsExactly(
                        "Ada: Proposed to loosen a safeguard, for another owner to confirm or to hold from "
                                + MINUTE.format(proposed.takesEffectAt())
                                + " on: a device counts as silent after 45 days (was 90 days)",
                        "Olga: Confirmed what Ada proposed: a device counts as silent after 45 days (was 90 days)");
        assertThat(jdbc.sql(
                                "select actor_name from audit_entry where action = 'rules.changed' order by id desc limit 1")
                        .query(String.class)
                        .single())
                .isEqualTo("Olga");
    }

    @Test
    void ownersAndApproversAreToldWhatIsToBeLoosenedAndWhatBecameOfIt() {
        SeenPeople people = new SeenPeople(events);
        people.signIn("Ada", "Ada Moe", clock.instant(), Roles.OWNER);
        people.signIn("Olga", "Olga", clock.instant(), Roles.OWNER);
        people.signIn("Ben", "Ben", clock.instant(), Roles.APPROVER);
        people.signIn("Rita", "Rita", clock.instant(), Roles.OPERATOR);

        Loosening proposed = propose();
        SignedIn.asOwner("Olga", () -> loosenings.confirm(proposed.id()));

        String what = "a device counts as silent after 45 days (was 90 days).";
        String wanted =
                "SAFEGUARD_LOOSENED: Ada Moe wants to loosen a safeguard; it holds in 24 hours unless an owner takes it"
                        + " back: " + what;
        String confirmed =
                "SAFEGUARD_LOOSENED: A safeguard is loosened, as Ada Moe proposed and another owner confirmed: " + what;
        assertThat(ToldSentences.to("Olga", jdbc)).containsExactly(wanted);
        assertThat(ToldSentences.to("Ben", jdbc)).containsExactly(wanted, confirmed);
        assertThat(ToldSentences.to("Ada", jdbc)).containsExactly(confirmed);
        assertThat(ToldSentences.to("Rita", jdbc)).isEmpty();
    }

    @Test
    void nobodyConfirmsWhatTheyProposedThemselves() {
        Loosening proposed = propose();

        assertThatExceptionOfType(LooseningRefusedException.class)
                .isThrownBy(() -> loosenings.confirm(proposed.id()))
                .withMessageContaining("You proposed this yourself");
        assertThat(days()).isEqualTo(90);
        assertThatExceptionOfType(DataIntegrityViolationException.class)
                .isThrownBy(() -> end(proposed, "CONFIRMED", "Ada"))
                .withMessageContaining("nobody_confirms_what_he_proposed");
    }

    @Test
    void itLapsesWhereWhoProposedItIsNoOwnerAnyMore() {
        SeenPeople people = new SeenPeople(events);
        people.signIn("Ada", "Ada Moe", clock.instant(), Roles.OWNER);
        Loosening proposed = propose();
        clock.forward(Duration.ofHours(1));
        people.readRoles("Ada", "Ada Moe", clock.instant(), Roles.OPERATOR);
        clock.forward(Loosening.WAIT);

        watch.look();

        assertThat(days()).isEqualTo(90);
        assertThat(loosenings.lapsed())
                .singleElement()
                .satisfies(lapsed -> assertThat(lapsed.id()).isEqualTo(proposed.id()))
                .satisfies(lapsed -> assertThat(lapsed.lapsedBecause()).contains("no longer has the role Owner"));
    }

    @Test
    void whoLostTheRoleInBetweenConfirmsAndTakesBackNothing() {
        Loosening proposed = propose();

        SignedIn.as(
                "Olga",
                () -> {
                    assertThat(loosenings.pending()).containsExactly(proposed);
                    assertThatExceptionOfType(AccessDeniedException.class)
                            .isThrownBy(() -> loosenings.confirm(proposed.id()));
                    assertThatExceptionOfType(AccessDeniedException.class)
                            .isThrownBy(() -> loosenings.takeBack(proposed.id()));
                },
                Roles.READER,
                Roles.OPERATOR,
                Roles.APPROVER);

        assertThat(days()).isEqualTo(90);
        assertThat(loosenings.pending()).containsExactly(proposed);
    }

    @Test
    void itHoldsAfterADayAndNoSecondEarlier() {
        Loosening proposed = propose();
        assertThat(proposed.takesEffectAt()).isEqualTo(clock.instant().plus(Duration.ofHours(24)));
        clock.forward(Duration.ofHours(24).minusSeconds(1));
        watch.look();
        assertThat(days()).isEqualTo(90);
        assertThatExceptionOfType(DataIntegrityViolationException.class)
                .isThrownBy(() -> end(proposed, "TOOK_EFFECT", "portal"))
                .withMessageContaining("no_loosening_before_its_time");

        clock.forward(Duration.ofSeconds(1));
        watch.look();
        watch.look();

        assertThat(days()).isEqualTo(45);
        assertThat(rules.current().version()).isEqualTo(1);
        assertThat(recorded(proposed).getLast())
                .isEqualTo(
                        "Portal: Let take effect, after 24 hours, what Ada proposed: a device counts as silent after 45 days (was 90 days)");
    }

    @Test
    void whatAnOwnerTookBackNeverHolds() {
        Loosening proposed = propose();

        SignedIn.asOwner("Olga", () -> loosenings.takeBack(proposed.id()));
        clock.forward(Duration.ofDays(2));
        watch.look();

        assertThat(days()).isEqualTo(90);
        assertThat(recorded(proposed).getLast()).startsWith("Olga: Took back what Ada proposed");
        assertThatExceptionOfType(LooseningRefusedException.class)
                .isThrownBy(() -> SignedIn.asOwner("Olga", () -> loosenings.confirm(proposed.id())))
                .withMessageContaining("no longer waits");
    }

    @Test
    void itLapsesAsSoonAsSomethingElseIsSavedAndThatIsSaidForADay() {
        Loosening proposed = propose();

        SignedIn.asOwner("Olga", () -> {
            save(LONGER);
        });

        assertThat(days()).isEqualTo(120);
        assertThat(loosenings.pending()).isEmpty();
        assertThat(loosenings.lapsed()).singleElement().satisfies(lapsed -> {
            assertThat(lapsed.id()).isEqualTo(proposed.id());
            assertThat(lapsed.lapsedBecause()).isEqualTo("Something else was saved meanwhile.");
        });
        assertThat(recorded(proposed).getLast()).startsWith("Olga: Let lapse what Ada proposed");
        assertThatExceptionOfType(LooseningRefusedException.class)
                .isThrownBy(() -> SignedIn.asOwner("Olga", () -> loosenings.confirm(proposed.id())));
        clock.forward(Duration.ofHours(24));
        watch.look();
        assertThat(days()).isEqualTo(120);
        assertThat(loosenings.lapsed()).isEmpty();
    }

    @Test
    void itLapsesWhereTheSettingIsAnotherHoweverThatCameAbout() {
        Loosening watched = propose();
        behindItsBack();
        watch.look();
        assertThat(loosenings.pending()).isEmpty();
        assertThat(loosenings.lapsed()).extracting(Loosening::id).containsExactly(watched.id());

        Loosening confirmed = propose();
        behindItsBack();
        Loosening ended = SignedIn.asOwner("Olga", () -> loosenings.confirm(confirmed.id()));

        assertThat(ended.status()).isEqualTo(LooseningStatus.LAPSED);
        assertThat(ended.lapsedBecause()).isEqualTo("Other thresholds were saved meanwhile.");
        assertThat(days()).isEqualTo(90);
    }

    @Test
    void anotherProposalTakesItsPlaceAndWaitsADayOfItsOwn() {
        Loosening first = propose();
        clock.forward(Duration.ofHours(23));
        Loosening second = Objects.requireNonNull(save(JudgingRules.defaults().withSilentAfter(Duration.ofDays(30))));
        assertThat(loosenings.pending()).containsExactly(second);
        assertThat(loosenings.lapsed()).isEmpty();

        clock.forward(Duration.ofHours(1));
        watch.look();
        assertThat(days()).isEqualTo(90);
        assertThatExceptionOfType(LooseningRefusedException.class)
                .isThrownBy(() -> SignedIn.asOwner("Olga", () -> loosenings.confirm(first.id())));

        SignedIn.asOwner("Olga", () -> loosenings.confirm(second.id()));
        assertThat(days()).isEqualTo(30);
    }

    @Test
    void savingWhatIsInForceLeavesItPending() {
        Loosening proposed = propose();

        rules.save(rules.current(), rules.current().rules(), rules.current().keepProgress());

        assertThat(loosenings.pending()).containsExactly(proposed);
    }

    @Test
    void whoProposesFromAnOlderStateIsToldSo() {
        SavedRules seen = rules.current();
        save(LONGER);

        assertThatExceptionOfType(ChangedMeanwhileException.class).isThrownBy(() -> rules.save(seen, SHORTER, false));
        assertThat(loosenings.pending()).isEmpty();
    }

    @Test
    void whoConfirmsWhileSomethingElseIsSavedIsTooLate() {
        Loosening proposed = propose();

        CompletableFuture<Void> other = Objects.requireNonNull(transactions.execute(transaction -> {
            save(LONGER);
            return CompletableFuture.runAsync(() -> SignedIn.asOwner("Olga", () -> loosenings.confirm(proposed.id())));
        }));

        assertThatExceptionOfType(CompletionException.class)
                .isThrownBy(other::join)
                .withCauseInstanceOf(LooseningRefusedException.class);
        assertThat(days()).isEqualTo(120);
    }

    @Test
    void whatWasProposedDoesNotChange() {
        Loosening proposed = propose();

        for (String change :
                List.of("proposal = '{}'", "proposed_by_id = 'Olga'", "takes_effect_at = now()", "based_on = 7")) {
            assertThatExceptionOfType(DataIntegrityViolationException.class)
                    .isThrownBy(() -> jdbc.sql("update loosening set " + change + " where id = :id")
                            .param("id", proposed.id())
                            .update());
        }
    }

    @Test
    void aboveTheCeilingNoOwnerGoesAndAStartBringsBackWhatIsAboveIt() {
        assertThatExceptionOfType(LooseningRefusedException.class)
                .isThrownBy(() -> save(JudgingRules.defaults().withGracePeriod(Duration.ofDays(6))))
                .withMessageContaining("stays disabled for 7 days at the least")
                .withMessageContaining("only the portal's configuration");

        save(LONGER);
        jdbc.sql("update evaluation_rules set grace_period = 3").update();
        Loosening proposed = Objects.requireNonNull(save(
                rules.current().rules().withGracePeriod(Duration.ofDays(20)).withSilentAfter(Duration.ofDays(45))));
        jdbc.sql("update evaluation_rules set grace_period = 3").update();

        ceilingAtStart.hold();

        assertThat(rules.current().rules().gracePeriod()).isEqualTo(Duration.ofDays(7));
        assertThat(loosenings.lapsed()).singleElement().satisfies(lapsed -> {
            assertThat(lapsed.id()).isEqualTo(proposed.id());
            assertThat(lapsed.lapsedBecause())
                    .startsWith("What was in force went beyond the portal's configuration and was tightened. A device")
                    .contains("stays disabled for 7 days at the least");
        });
        assertThat(jdbc.sql("select actor_id from audit_entry where action = 'rules.changed' order by id desc limit 1")
                        .query(String.class)
                        .single())
                .isEqualTo("portal");
    }

    @Test
    void whatLapsedIsClosedByEachForThemselvesWhereverTheyAre() {
        Loosening pending = propose();
        loosenings.close(List.of(pending.id()));
        save(LONGER);
        assertThat(loosenings.lapsed()).as("closed before it lapsed").hasSize(1);

        loosenings.close(List.of(pending.id()));
        loosenings.close(List.of(pending.id(), 4711L));

        assertThat(loosenings.lapsed()).isEmpty();
        SignedIn.asOwner("Olga", () -> {
            assertThat(loosenings.lapsed()).hasSize(1);
        });
        SignedIn.as(
                "Otto",
                () -> assertThatExceptionOfType(AccessDeniedException.class)
                        .isThrownBy(() -> loosenings.close(List.of(pending.id()))),
                Roles.READER,
                Roles.OPERATOR);
    }

    private Loosening propose() {
        return Objects.requireNonNull(save(SHORTER));
    }

    /** Returns what was proposed, if anything. */
    private @Nullable Loosening save(JudgingRules wanted) {
        return rules.save(rules.current(), wanted, false).orElse(null);
    }

    private void behindItsBack() {
        jdbc.sql("""
                insert into evaluation_rules (version, saved_at, saved_by_id, saved_by_name, look_back, silent_after,
                    grace_period, teams_phones, opted_in, situations, keep_progress)
                select coalesce(max(version), 0) + 1, now(), 'x', 'X', 30, 90, 30,
                    '{Yealink,Poly,Polycom,AudioCodes,Crestron,"Lenovo ThinkSmart"}', '{}',
                    '{READY_TO_DELETE,AUTOPILOT_LEFTOVER,REMOVED_FROM_INTUNE,BROKEN_LINK,SILENT_EVERYWHERE,SILENT_AND_UNMANAGED}',
                    false
                from evaluation_rules
                """).update();
    }

    private void end(Loosening loosening, String status, String by) {
        jdbc.sql("""
                update loosening set status = :status, ended_at = :now, ended_by_id = :by, ended_by_name = :by where id = :id
                """)
                .param("status", status)
                .param("now", Sql.timestamp(clock.instant()))
                .param("by", by)
                .param("id", loosening.id())
                .update();
    }

    private long days() {
        return rules.current().rules().silentAfter().toDays();
    }

    /** Returns who did what with it. */
    private List<String> recorded(Loosening loosening) {
        return jdbc.sql("select actor_name || ': ' || summary from audit_entry where subject = :subject"
                        + " and action like 'loosening.%' order by id desc limit 2")
                .param("subject", "loosening:" + loosening.id())
                .query(String.class)
                .list()
                .reversed();
    }
}
