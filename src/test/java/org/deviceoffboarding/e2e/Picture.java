package org.deviceoffboarding.e2e;

import java.util.List;

/**
 * A picture that was taken.
 *
 * @param address of the page
 * @param wrong one line for everything that is wrong with it
 * @param undecided what axe-core could not decide about
 */
record Picture(Scene scene, PageLook look, String address, List<String> wrong, List<Undecided> undecided) {

    String file() {
        return scene.key() + "-" + look.suffix() + ".png";
    }
}
