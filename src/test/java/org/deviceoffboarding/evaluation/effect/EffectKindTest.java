package org.deviceoffboarding.evaluation.effect;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.deviceoffboarding.judging.Judgement;
import org.deviceoffboarding.judging.Judgement.Flagged;
import org.deviceoffboarding.judging.Judgement.LeftOut;
import org.deviceoffboarding.judging.Judgement.NotFlagged;
import org.deviceoffboarding.judging.Kind;
import org.deviceoffboarding.judging.LeftOutReason;
import org.deviceoffboarding.judging.LinkState;
import org.deviceoffboarding.judging.Situation;
import org.junit.jupiter.api.Test;

class EffectKindTest {

    private static final Judgement NOT_FLAGGED = new NotFlagged(LinkState.HEALTHY);
    private static final Judgement LEFT_OUT =
            new LeftOut(LeftOutReason.KIND, Situation.BROKEN_LINK, "Its kind is protected.");

    @Test
    void whatIsSuggestedFromThenOnComes() {
        assertThat(EffectKind.of(NOT_FLAGGED, flagged(Situation.BROKEN_LINK, Kind.ORDINARY)))
                .contains(EffectKind.COMES);
        assertThat(EffectKind.of(LEFT_OUT, flagged(Situation.BROKEN_LINK, Kind.ORDINARY)))
                .contains(EffectKind.COMES);
    }

    @Test
    void whatIsNoLongerSuggestedGoes() {
        assertThat(EffectKind.of(flagged(Situation.BROKEN_LINK, Kind.ORDINARY), LEFT_OUT))
                .contains(EffectKind.GOES);
        assertThat(EffectKind.of(flagged(Situation.BROKEN_LINK, Kind.ORDINARY), NOT_FLAGGED))
                .contains(EffectKind.GOES);
    }

    @Test
    void whatIsSuggestedForAnotherReasonOrByOtherStepsMoves() {
        assertThat(EffectKind.of(
                        flagged(Situation.BROKEN_LINK, Kind.ORDINARY),
                        flagged(Situation.SILENT_AND_UNMANAGED, Kind.ORDINARY)))
                .contains(EffectKind.MOVES);
        assertThat(EffectKind.of(
                        flagged(Situation.BROKEN_LINK, Kind.ORDINARY), flagged(Situation.BROKEN_LINK, Kind.HYBRID)))
                .contains(EffectKind.MOVES);
    }

    @Test
    void whatStaysInItsSuggestionOrOutOfAllIsNotAffected() {
        assertThat(EffectKind.of(
                        flagged(Situation.BROKEN_LINK, Kind.ORDINARY), flagged(Situation.BROKEN_LINK, Kind.PRINTER)))
                .isEmpty();
        assertThat(EffectKind.of(LEFT_OUT, NOT_FLAGGED)).isEmpty();
    }

    private static Judgement flagged(Situation situation, Kind kind) {
        return new Flagged(situation, kind, LinkState.BROKEN, null, List.of("It is so."));
    }
}
