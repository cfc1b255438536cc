package org.deviceoffboarding.demotenant.graph;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.deviceoffboarding.demotenant.graph.odata.Call;
import org.deviceoffboarding.demotenant.graph.odata.ODataError;
import org.deviceoffboarding.demotenant.graph.odata.ODataResponse;

/** Which part of the tenant answers which path. Paths are matched without case, as Graph does. */
final class Routes {

    private final List<Route> routes = new ArrayList<>();

    void get(String template, Function<Call, ODataResponse> handler) {
        add("GET", template, handler);
    }

    void add(String method, String template, Function<Call, ODataResponse> handler) {
        routes.add(new Route(method, template, pattern(template), handler));
        routes.sort(Comparator.comparingLong(Route::placeholders)); // so that a literal wins over a placeholder
    }

    List<Route> all() {
        return List.copyOf(routes);
    }

    /**
     * Finds who answers.
     *
     * @throws ODataError if there is no such path, or it does not know the method
     */
    Match find(String method, String path) {
        boolean known = false;
        for (Route route : routes) {
            Matcher matcher = route.pattern().matcher(path);
            if (matcher.matches()) {
                if (route.method().equals(method)) {
                    return new Match(route, arguments(matcher));
                }
                known = true;
            }
        }
        throw known
                ? new ODataError(
                        405, "Request_BadRequest", "Specified HTTP method is not allowed for the request target.")
                : new ODataError(400, "BadRequest", "Resource not found for the segment '" + lastSegment(path) + "'.");
    }

    private static List<String> arguments(Matcher matcher) {
        var arguments = new ArrayList<String>();
        for (int group = 1; group <= matcher.groupCount(); group++) {
            arguments.add(matcher.group(group));
        }
        return arguments;
    }

    private static String lastSegment(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    private static Pattern pattern(String template) {
        var quoted = Arrays.stream(template.split("(?=\\{)|(?<=\\})"))
                .map(part -> part.startsWith("{") ? "([^/'()]+)" : Pattern.quote(part))
                .toList();
        return Pattern.compile(String.join("", quoted) + "/?", Pattern.CASE_INSENSITIVE);
    }

    record Route(String method, String template, Pattern pattern, Function<Call, ODataResponse> handler) {
        long placeholders() {
            return template.chars().filter(c -> c == '{').count();
        }
    }

    record Match(Route route, List<String> arguments) {}
}
