package org.deviceoffboarding.evaluation.effect;

import java.util.Optional;
import org.deviceoffboarding.judging.Judgement;
import org.deviceoffboarding.judging.Judgement.Flagged;

/** What would become of a device. */
public enum EffectKind {

    /** It is not suggested, and would be. */
    COMES,

    /** It is suggested, and would not be. */
    GOES,

    /** It would be suggested for another reason, and so be in another suggestion. */
    MOVES;

    /** Returns what another judgement makes of a device; nothing where it stays as it is for people. */
    static Optional<EffectKind> of(Judgement now, Judgement then) {
        if (!(now instanceof Flagged flagged)) {
            return then instanceof Flagged ? Optional.of(COMES) : Optional.empty();
        }
        if (!(then instanceof Flagged other)) {
            return Optional.of(GOES);
        }
        boolean same = flagged.situation() == other.situation()
                && flagged.kind().group() == other.kind().group();
        return same ? Optional.empty() : Optional.of(MOVES);
    }
}
