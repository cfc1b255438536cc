package org.deviceoffboarding.suggestion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Types;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
import org.deviceoffboarding.base.Ownership;
import org.deviceoffboarding.base.Platform;
import org.deviceoffboarding.evaluation.EvaluationTest;
import org.deviceoffboarding.evaluation.StoredRun;
import org.deviceoffboarding.inventory.RemovalEvent;
import org.deviceoffboarding.inventory.criterion.DeviceSubset;
import org.deviceoffboarding.judging.KindGroup;
import org.deviceoffboarding.judging.LinkState;
import org.deviceoffboarding.judging.Situation;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Findings counted by the one number that the database packs of each, against the same counted by what they say. */
@EvaluationTest
class FindingGroupRepositoryTest {

    private static final int MANY = 600;

    private static final String FLAGGED = "select object_id from finding";

    private final Random random = new Random(17);

    @Autowired
    private FindingGroupRepository groups;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TransactionTemplate transactions;

    private long run;

    @BeforeEach
    void findWhatever() {
        jdbc.sql("truncate evaluation_run, suggestion cascade").update();
        run = 1;
        StoredRun.add(jdbc, run);
        for (int i = 0; i < MANY; i++) {
            find(
                    one(Situation.values()).name(),
                    one(Platform.values()).name(),
                    one(Ownership.values()).name(),
                    one(KindGroup.values()).name(),
                    one(LinkState.values()).name(),
                    maybe(Stream.of(RemovalEvent.Kind.values()).map(Enum::name).toArray(String[]::new)),
                    maybe("AzureAd", "Workplace", "ServerAd", "workplace", "Other"));
        }
    }

    @Test
    void whatIsAskedForIsCountedAsAllThatARunFlaggedIs() {
        AskedGroups found = among(FLAGGED);

        assertThat(found.flagged().stream().map(AskedGroup::group)).containsExactlyElementsOf(groups.groups(run));
        assertThat(found.devices()).isEqualTo(MANY);
        assertThat(joined(found)).containsExactly(joined("AzureAd"), joined("Workplace"), joined("ServerAd"));
    }

    @Test
    void someOfTheDevicesAreCountedAsIfTheyWereAll() {
        AskedGroups found = among(FLAGGED + " where ownership = 'PERSONAL' and enabled is not false");
        jdbc.sql("delete from finding where (ownership = 'PERSONAL' and enabled is not false) is not true")
                .update();

        assertThat(found.flagged().stream().map(AskedGroup::group)).containsExactlyElementsOf(groups.groups(run));
        assertThat(found.devices()).isBetween(1L, (long) MANY / 2);
    }

    @Test
    void whatThePortalDidSinceTheRunIsCountedAsItIsNow() {
        jdbc.sql("""
                update finding set enabled = false, portal_change = 'DISABLED', portal_changed_at = now(),
                    portal_verified_at = now(), portal_request_id = 1
                where ownership = 'PERSONAL'
                """).update();
        jdbc.sql("""
                update finding set portal_change = 'DELETED', portal_changed_at = now(), portal_verified_at = now(),
                    portal_request_id = 1
                where ownership = 'CORPORATE'
                """).update();

        AskedGroups found = among(FLAGGED);

        assertThat(found.flagged().stream().map(AskedGroup::group)).containsExactlyElementsOf(groups.groups(run));
        assertThat(found.flagged())
                .as("what is gone is none of those that are flagged")
                .noneMatch(each -> each.group().ownership() == Ownership.CORPORATE)
                .filteredOn(each -> each.group().ownership() == Ownership.PERSONAL)
                .isNotEmpty()
                .allMatch(each -> each.group().factors().getOrDefault(FactorRule.DISABLED, 0)
                        == each.group().devices());
    }

    @Test
    void devicesThatAreNotFlaggedAreCountedBesideThoseThatAre() {
        AskedGroups found = among(FLAGGED + " union all select gen_random_uuid() from generate_series(1, 7)");

        assertThat(found.devices()).isEqualTo(MANY + 7);
        assertThat(found.flagged().stream()
                        .mapToInt(each -> each.group().devices())
                        .sum())
                .isEqualTo(MANY);
        assertThat(among(FLAGGED + " where false").devices()).isZero();
    }

    @Test
    void allButSomeOfTheDevicesCannotBeCounted() {
        assertThatThrownBy(() -> transactions.execute(transaction -> groups.among(run, DeviceSubset.notIn(FLAGGED))))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private AskedGroups among(String objectIds) {
        return Objects.requireNonNull(
                transactions.execute(transaction -> groups.among(run, DeviceSubset.in(objectIds))));
    }

    private static List<Integer> joined(AskedGroups found) {
        return List.of(
                found.flagged().stream().mapToInt(AskedGroup::joined).sum(),
                found.flagged().stream().mapToInt(AskedGroup::registered).sum(),
                found.flagged().stream().mapToInt(AskedGroup::hybrid).sum());
    }

    private int joined(String type) {
        return jdbc.sql("select count(*) from finding where join_type ilike :type")
                .param("type", type)
                .query(Integer.class)
                .single();
    }

    private void find(
            String situation,
            String platform,
            String ownership,
            String group,
            String link,
            @Nullable String removal,
            @Nullable String join) {
        jdbc.sql("""
                insert into finding (run_id, object_id, device_id, name, platform, ownership, join_type, kind, kind_group,
                    situation, link_state, enabled, compliant, last_sign_in, removal, removed_at, evidence)
                values (:run, :id, gen_random_uuid(), 'Any', :platform, :ownership, :join, 'ORDINARY', :group, :situation, :link,
                    :enabled, :compliant, now() - make_interval(days => cast(:signIn as int)), :removal,
                    case when cast(:removal as text) is not null then now() - interval '30 days' end, array['Because.'])
                """)
                .param("run", run)
                .param("id", UUID.randomUUID())
                .param("platform", platform)
                .param("ownership", ownership)
                .param("join", join)
                .param("group", group)
                .param("situation", situation)
                .param("link", link)
                .param("enabled", maybe(true, false), Types.BOOLEAN)
                .param("compliant", maybe(true, false), Types.BOOLEAN)
                .param("signIn", maybe(1, 60), Types.INTEGER)
                .param("removal", removal)
                .update();
    }

    @SafeVarargs
    private <T> T one(T... all) {
        return all[random.nextInt(all.length)];
    }

    /** One in four is not known. */
    @SafeVarargs
    private <T> @Nullable T maybe(T... all) {
        return random.nextInt(4) == 0 ? null : one(all);
    }
}
