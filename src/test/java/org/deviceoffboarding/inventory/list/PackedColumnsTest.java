package org.deviceoffboarding.inventory.list;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.deviceoffboarding.base.Platform;
import org.deviceoffboarding.inventory.criterion.DeviceCondition;
import org.deviceoffboarding.inventory.criterion.Listed;
import org.deviceoffboarding.inventory.criterion.TextPattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is asked of packed rows, and what is looked up in the list. */
class PackedColumnsTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            e.platform = {}          | true
            e.intune_id is not null  | true
            e.intune_id is null      | true
            e.intune_id = {}         | false
            lower(e.version) like {} | true
            e.version = {}           | false
            e.version_key > {}       | false
            e.users is null          | true
            e.users like {}          | false
            e.name_key like {}       | true
            e.serial_key like {}     | false
            e.enabled and e.user_key = {} | false
            """)
    void whatIsNotPackedIsKnown(String sql, boolean packed) {
        assertThat(PackedColumns.have(sql)).isEqualTo(packed);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            (e.intune_id is not null)::text | (e.in_intune)::text
            (e.intune_id is null)           | (not e.in_intune)
            e.users is not null             | e.has_user
            (e.users is null)               | (not e.has_user)
            lower(e.version) = any({})      | e.version = any({})
            e.enabled = {}                  | e.enabled = {}
            """)
    void whatIsPackedInAnotherWayIsReadInThat(String listed, String packed) {
        assertThat(PackedColumns.of(listed)).isEqualTo(packed);
    }

    @ParameterizedTest
    @CsvSource({"*0047*,true", "*47*,false", "*a?b?c*,false", "LAPTOP*,false", "*,false"})
    void aRareNameIsLookedUpByItsIndex(String pattern, boolean lookedUp) {
        assertThat(PackedColumns.lack(name(pattern))).isEqualTo(lookedUp);
    }

    @Test
    void ofSeveralNamesAllAreLookedUpOrNone() {
        assertThat(PackedColumns.lack(name("*0047*", "*laptop*"))).isTrue();
        assertThat(PackedColumns.lack(name("*0047*", "*47*"))).isFalse();
        assertThat(PackedColumns.lack(name("*0047*", "laptop*"))).isFalse();
    }

    @Test
    void whatIsLookedUpBesideWhatIsPackedIsLookedUpAlone() {
        DeviceCondition user = Listed.text(Listed.Text.USER, List.of(new TextPattern("ada@contoso.example")));
        DeviceCondition windows = Listed.platforms(List.of(Platform.WINDOWS));

        assertThat(PackedColumns.lack(user)).isTrue();
        assertThat(PackedColumns.lack(new DeviceCondition.Any(List.of(user, windows))))
                .isFalse();

        ConditionSql both = ConditionSql.packed(
                List.of(new DeviceCondition.Any(List.of(user, windows)), new DeviceCondition.Not(user)),
                "listed_device_7");
        assertThat(both.joins()).containsOnlyOnce("listed_device_7").contains("beside_0.object_id = e.object_id");
        assertThat(both.all().getLast()).isEqualTo("(beside_0.object_id is null)");
    }

    private static DeviceCondition name(String... patterns) {
        return Listed.text(
                Listed.Text.NAME, Stream.of(patterns).map(TextPattern::new).toList());
    }
}
