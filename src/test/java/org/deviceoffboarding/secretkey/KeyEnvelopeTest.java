package org.deviceoffboarding.secretkey;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class KeyEnvelopeTest {

    private static final PortalKey OLD = PortalKey.of("the-key-that-the-portal-had-before-1");
    private static final PortalKey NEW = PortalKey.of("the-key-that-the-portal-has-from-now");

    @Test
    void whoeverHasOneKeyReadsTheOther() {
        String closed = KeyEnvelope.close(NEW, OLD);

        assertThat(KeyEnvelope.open(closed, NEW.id(), OLD))
                .hasValueSatisfying(key -> assertThat(key.secret()).isEqualTo(NEW.secret()));
        assertThat(closed).doesNotContain(NEW.secret()).isNotEqualTo(KeyEnvelope.close(NEW, OLD));
    }

    @Test
    void nobodyElseDoesAndNothingIsTakenForAnotherKey() {
        String closed = KeyEnvelope.close(NEW, OLD);

        assertThat(KeyEnvelope.open(closed, NEW.id(), PortalKey.of("a-third-key-that-has-no-part-in-this")))
                .isEmpty();
        assertThat(KeyEnvelope.open(closed, OLD.id(), OLD)).isEmpty();
        assertThat(KeyEnvelope.open(closed.substring(2), NEW.id(), OLD)).isEmpty();
        assertThat(KeyEnvelope.open("not hexadecimal", NEW.id(), OLD)).isEmpty();
        assertThat(KeyEnvelope.open("", NEW.id(), OLD)).isEmpty();
    }

    @Test
    void anIdIsTheSameForTheSameKeyAndTellsNothingOfIt() {
        assertThat(PortalKey.of(OLD.secret()).id())
                .isEqualTo(OLD.id())
                .matches("[0-9a-f]{16}")
                .isNotEqualTo(NEW.id());
        assertThat(OLD).hasToString("PortalKey[" + OLD.id() + "]");
        assertThat(PortalKey.of("a-key-for-tests-only").id())
                .as("what versions before wrote beside each token")
                .isEqualTo("f073535450c27938");
    }
}
