package org.deviceoffboarding.demotenant.graph;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import org.deviceoffboarding.demotenant.graph.odata.ODataError;

/** Reads paths of addresses. */
final class Paths {

    private Paths() {}

    /**
     * Returns a path as it reads without percent signs; a plus sign stays one.
     *
     * @throws ODataError if it is not encoded as it has to be
     */
    static String decode(String path) {
        try {
            return URLDecoder.decode(path.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException broken) {
            throw ODataError.badRequest("The address is not encoded as a URL has to be.");
        }
    }
}
