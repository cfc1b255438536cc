package org.deviceoffboarding.signin;

import java.io.Serializable;

/**
 * What Microsoft said where it let an identity not in, or the portal where it could not even ask. Holds no token and no secret.
 *
 * @param reason what it means
 * @param code Microsoft's own, such as {@code AADSTS50173}; OAuth's or Graph's where there is none of Entra's, the name of a setting
 *     where the portal could not ask; never empty
 * @param said Microsoft's own sentence, or the portal's, with its trace and correlation IDs as far as it gave any; may be empty
 */
public record SignInRefusal(SignInReason reason, String code, String said) implements Serializable {

    public SignInRefusal {
        code = MicrosoftText.code(code);
        said = MicrosoftText.sentence(said);
    }

    /** Returns the beginning of a sentence that says what was refused and why, without its full stop. */
    public String finding(RefusedIdentity whose) {
        String who = reason.isOfGraph()
                ? "Microsoft Graph refused " + whose.account()
                : (reason.isOfPortal() ? "The portal can't ask the tenant for " : "The tenant refused ")
                        + whose.signIn();
        return who + " (" + code + "): " + reason.cause(whose);
    }

    /** Returns sentences for people: what was refused, Microsoft's code, why, and who has to do what. */
    public String sentences(RefusedIdentity whose) {
        return finding(whose) + ". " + quoted() + reason.remedy(whose);
    }

    /** Returns the same sentences where what Microsoft said stands beside them. */
    public String sentencesBeside(RefusedIdentity whose) {
        return finding(whose) + ". " + reason.remedy(whose);
    }

    /** Returns what Microsoft said, code and all, for whoever looks further into it. */
    public String answer() {
        return said.isEmpty() || said.startsWith(code) ? said.isEmpty() ? code : said : code + ": " + said;
    }

    private String quoted() {
        if (said.isEmpty() || !reason.isVague()) {
            return "";
        }
        return reason.isOfPortal() ? said + " " : "Microsoft says: “" + said + "” ";
    }
}
