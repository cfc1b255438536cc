package org.deviceoffboarding.ask.language.time;

import org.deviceoffboarding.language.Phrases;
import org.deviceoffboarding.language.Source;

/** The words that say whose record of an activity counts. */
public final class Sources {

    public static final Phrases<Source> PHRASES = new Phrases<Source>()
            .with(Source.ENTRA, """
                    in entra, in microsoft entra, in entra id, in microsoft entra id, in azure ad, to entra, to microsoft entra, with entra, by entra, into entra,
                    at entra, on entra, to entra id, with entra id, for entra, to azure ad, with microsoft entra, by microsoft entra, in entra only, from entra, entra, on the entra side, according to entra, via entra, in the entra portal""")
            .with(Source.INTUNE, """
                    in intune, in microsoft intune, with intune, to intune, with microsoft intune, by intune, into intune, at intune, on intune, via intune,
                    for intune, through intune, to microsoft intune, by microsoft intune, from intune, in intune only, intune, on the intune side, according to intune, in the intune portal""")
            .with(
                    Source.ANY,
                    "anywhere, in either, in both, in entra and intune, in entra or intune, in intune or entra, in intune and entra, in either portal, in both portals, in any portal, in either of them, everywhere, in entra or in intune, in intune or in entra, in neither, by anyone, by anybody, by either");

    private Sources() {}
}
