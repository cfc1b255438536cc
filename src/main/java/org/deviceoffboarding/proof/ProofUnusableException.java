package org.deviceoffboarding.proof;

import org.deviceoffboarding.signin.SignInReason;
import org.deviceoffboarding.signin.SignInRefusal;
import org.jspecify.annotations.Nullable;

/** The portal cannot prove itself with what it was given. The message says why and what to do, for people; it holds no secret. */
public final class ProofUnusableException extends RuntimeException {

    private final SignInReason reason;
    private final ProofKind kind;

    private ProofUnusableException(ProofKind kind, SignInReason reason, String sentence, @Nullable Throwable cause) {
        super(sentence, cause);
        this.kind = kind;
        this.reason = reason;
    }

    static ProofUnusableException of(ProofKind kind, String sentence) {
        return new ProofUnusableException(kind, SignInReason.PROOF_UNUSABLE, sentence, null);
    }

    /** @param what is the matter with the file, such as "is empty: write a token into it." */
    static ProofUnusableException ofFile(ProofKind kind, String what, @Nullable Throwable cause) {
        return new ProofUnusableException(
                kind, SignInReason.PROOF_UNUSABLE, kind.setting() + " names a file that " + what, cause);
    }

    static ProofUnusableException outOfTime(String sentence) {
        return new ProofUnusableException(ProofKind.CERTIFICATE, SignInReason.CERTIFICATE_OUT_OF_TIME, sentence, null);
    }

    /** Returns the sentence. */
    public String reason() {
        return String.valueOf(getMessage());
    }

    /** Returns this as a refusal: no token was asked for. */
    public SignInRefusal refusal() {
        return new SignInRefusal(reason, kind.setting(), reason());
    }
}
