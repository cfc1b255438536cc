package org.deviceoffboarding.instruction.lookup;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.deviceoffboarding.evaluation.Lookup;
import org.deviceoffboarding.evaluation.TenantLookups;
import org.deviceoffboarding.instruction.language.InstructionText;
import org.deviceoffboarding.instruction.lookup.Named.State;
import org.junit.jupiter.api.Test;

class LookupPassTest {

    private static final String KNOWN = "8f1c2d3e-4a5b-6c7d-8e9f-0a1b2c3d4e5f";
    private static final String UNKNOWN = "1d2e3f40-5a6b-7c8d-9e0f-1a2b3c4d5e6f";

    private final ATenant tenant = new ATenant();

    @Test
    void aSentenceThatNamesNothingAsksNobody() {
        assertThat(look("Exclude devices with platform Windows and with names matching VIP-*"))
                .isEmpty();
        assertThat(look("Exclude devices owned by *@contoso.example")).isEmpty();
        assertThat(tenant.asked).isEmpty();
    }

    @Test
    void eachThingIsLookedUpOnceForAllSentences() {
        assertThat(look("Exclude devices in group \"Here\". Exclude Windows devices in group \"Here\""))
                .extracting(Named::state)
                .containsExactly(State.FOUND, State.FOUND);
        assertThat(tenant.asked).containsExactly("Here");
    }

    @Test
    void aGroupThatIsNotThereIsSaidWithWhatToDo() {
        assertThat(look("Exclude devices in group \"Nowhere\"")).singleElement().satisfies(named -> {
            assertThat(named.state()).isEqualTo(State.UNREADABLE);
            assertThat(named.sentences()).contains("no Nowhere", "A run would fail", "correct the name");
        });
    }

    @Test
    void aPersonWhoIsNotThereIsSaidAndFailsNoRun() {
        assertThat(look("Exclude devices owned by nobody@contoso.example"))
                .extracting(Named::state)
                .containsExactly(State.KNOWN_NOWHERE);
    }

    @Test
    void idsThatAreKnownNowhereAreNamed() {
        assertThat(look("Exclude devices with IDs " + KNOWN + ", " + UNKNOWN))
                .singleElement()
                .satisfies(named -> assertThat(named.sentences())
                        .startsWith("1 of 2 IDs is known nowhere: " + UNKNOWN + ". Check"));
        assertThat(look("Exclude devices with IDs " + KNOWN))
                .extracting(Named::state)
                .containsExactly(State.FOUND);
    }

    @Test
    void beforeTheTenantWasReadNoIdIsCalledUnknown() {
        tenant.read = false;

        assertThat(look("Exclude devices with IDs " + UNKNOWN))
                .extracting(Named::state)
                .containsExactly(State.UNANSWERED);
    }

    @Test
    void onceThereIsNoAnswerNobodyIsAskedAnyMore() {
        tenant.away = true;

        assertThat(look("Exclude devices in group \"Here\" or \"There\". Exclude devices owned by a@contoso.example"))
                .allSatisfy(named -> {
                    assertThat(named.state()).isEqualTo(State.UNANSWERED);
                    assertThat(named.sentences()).contains("could not be looked up now", "Graph is away");
                });
        assertThat(tenant.asked).containsExactly("Here");
    }

    private List<Named> look(String text) {
        LookupPass pass = new LookupPass(tenant);
        InstructionText read = InstructionText.parse(text);
        assertThat(read.problems()).isEmpty();
        return read.instructions().stream()
                .flatMap(instruction -> pass.of(instruction).stream())
                .toList();
    }

    /** Has a group named Here and one device. */
    private static final class ATenant implements TenantLookups {

        private final List<String> asked = new ArrayList<>();
        private boolean away;
        private boolean read = true;

        @Override
        public Lookup group(String idOrName) {
            asked.add(idOrName);
            if (away) {
                return new Lookup(Lookup.State.UNANSWERED, "Graph is away.");
            }
            return idOrName.equals("Here")
                    ? new Lookup(Lookup.State.FOUND, "It is here.")
                    : new Lookup(Lookup.State.MISSING, "Entra has no " + idOrName + ".");
        }

        @Override
        public Lookup user(String idOrName) {
            return group(idOrName);
        }

        @Override
        public Optional<Set<UUID>> unknown(Collection<UUID> deviceIds) {
            return read
                    ? Optional.of(deviceIds.stream()
                            .filter(id -> !id.toString().equals(KNOWN))
                            .collect(Collectors.toSet()))
                    : Optional.empty();
        }
    }
}
