package org.deviceoffboarding.instruction.effect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.deviceoffboarding.judging.ADevice.NOW;
import static org.deviceoffboarding.judging.ADevice.daysAgo;
import static org.deviceoffboarding.judging.ADevice.that;

import java.time.Duration;
import org.deviceoffboarding.base.Ownership;
import org.deviceoffboarding.base.Platform;
import org.deviceoffboarding.inventory.RemovalEvent;
import org.deviceoffboarding.judging.ADevice;
import org.deviceoffboarding.judging.Situation;
import org.deviceoffboarding.language.Choice;
import org.deviceoffboarding.language.ConditionType;
import org.deviceoffboarding.language.Source;
import org.junit.jupiter.api.Test;

class InstructedDeviceTest {

    @Test
    void everyValueOfInventoryAndEvaluationHasAWordInTheLanguage() {
        for (Platform platform : Platform.values()) {
            assertThat(InstructionVocabulary.of(platform).label()).isEqualToIgnoringCase(platform.label());
        }
        for (Ownership ownership : Ownership.values()) {
            assertThat(InstructionVocabulary.of(ownership).label()).isEqualToIgnoringCase(ownership.label());
        }
        for (Situation situation : Situation.values()) {
            assertThat(InstructionVocabulary.of(situation).label()).isEqualToIgnoringCase(situation.label());
        }
    }

    @Test
    void joinTypesAreThoseOfEntra() {
        assertThat(seen(that().isJoined("AzureAd")).choice(ConditionType.JOIN_TYPE))
                .isEqualTo(Choice.ENTRA_JOINED);
        assertThat(seen(that().isJoined("ServerAd")).choice(ConditionType.JOIN_TYPE))
                .isEqualTo(Choice.HYBRID_JOINED);
        assertThat(seen(that().isJoined("Workplace")).choice(ConditionType.JOIN_TYPE))
                .isEqualTo(Choice.REGISTERED);
        assertThat(seen(that().isJoined(null)).choice(ConditionType.JOIN_TYPE)).isNull();
    }

    @Test
    void theIntuneIdsAreThoseOfRecordsAndOfRemovals() {
        assertThat(seen(that().isInIntune()).intuneIds()).containsExactly(ADevice.INTUNE_ID);
        assertThat(seen(that().was(RemovalEvent.Kind.WIPE, daysAgo(1))).intuneIds())
                .containsExactly(ADevice.INTUNE_ID);
        assertThat(seen(that().isRegistered(ADevice.STRANGER)).intuneIds()).containsExactly(ADevice.STRANGER);
    }

    @Test
    void theLastActivityIsTheLaterOfEntrasAndIntunes() {
        ADevice device =
                that().signedIn(daysAgo(9)).hasRecord("managed", daysAgo(30)).hasRecord("managed", daysAgo(4));

        assertThat(seen(device).lastActivity(Source.ANY)).isEqualTo(daysAgo(4));
        assertThat(seen(device).lastActivity(Source.ENTRA)).isEqualTo(daysAgo(9));
        assertThat(seen(that().signedIn(null)).lastActivity(Source.ANY)).isNull();
    }

    @Test
    void aTimeInTheFutureIsUnknown() {
        assertThat(seen(that().signedIn(NOW.plus(Duration.ofDays(1)))).lastActivity(Source.ANY))
                .isNull();
    }

    @Test
    void namesAndUsersAreThoseOfBothRecords() {
        InstructedDevice device = seen(that().isInIntune());

        assertThat(device.texts(ConditionType.NAME)).containsExactly("LAPTOP-1");
        assertThat(device.texts(ConditionType.USER)).containsExactly("someone@contoso.example", "Someone");
        assertThat(device.texts(ConditionType.MANUFACTURER)).containsExactly("Contoso");
        assertThat(seen(that()).texts(ConditionType.USER)).isEmpty();
    }

    private static InstructedDevice seen(ADevice device) {
        return new InstructedDevice(device.facts(), Situation.BROKEN_LINK, NOW, group -> false);
    }
}
