package org.deviceoffboarding.demotenant.graph;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Clock;
import java.util.Collections;
import java.util.LinkedHashMap;
import org.deviceoffboarding.demotenant.graph.faults.Fault;
import org.deviceoffboarding.demotenant.graph.odata.Caller;
import org.deviceoffboarding.demotenant.graph.odata.Headers;
import org.deviceoffboarding.demotenant.graph.odata.ODataError;
import org.deviceoffboarding.demotenant.graph.odata.ODataRequest;
import org.deviceoffboarding.demotenant.graph.odata.ODataResponse;
import org.deviceoffboarding.demotenant.graph.odata.QueryOptions;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.core.json.JsonFactory;

/** Graph over HTTP: reads the request, writes the answer straight to the connection. */
final class GraphServlet extends HttpServlet {

    private static final int LONGEST_BODY = 4 * 1024 * 1024;
    private static final JsonFactory JSON = new JsonFactory();

    private final transient Dispatcher dispatcher;
    private final transient UnauthenticatedErrors errors;
    private final transient Clock clock;

    GraphServlet(Dispatcher dispatcher, UnauthenticatedErrors errors, Clock clock) {
        this.dispatcher = dispatcher;
        this.errors = errors;
        this.clock = clock;
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        try {
            var graphRequest = read(request);
            var outcome = dispatcher.answer(graphRequest);
            write(response, graphRequest, outcome);
        } catch (ODataError refusal) {
            errors.write(request, response, refusal);
        }
    }

    private static ODataRequest read(HttpServletRequest request) throws IOException {
        var version = request.getServletPath();
        var headers = new LinkedHashMap<String, String>();
        Collections.list(request.getHeaderNames()).forEach(name -> headers.put(name, request.getHeader(name)));
        return new ODataRequest(
                request.getMethod(),
                Paths.decode(request.getRequestURI().substring(version.length())),
                QueryOptions.parse(request.getQueryString()),
                new Headers(headers),
                request.getInputStream().readNBytes(LONGEST_BODY),
                caller(),
                root(request) + version,
                ODataRequest.newId(),
                false);
    }

    private static Caller caller() {
        if (SecurityContextHolder.getContext().getAuthentication() instanceof JwtAuthenticationToken token) {
            return Caller.of(token.getToken());
        }
        throw UnauthenticatedErrors.noToken();
    }

    /** The address as the client wrote it, so that its links lead back to where it came from. */
    private static String root(HttpServletRequest request) {
        var host = request.getHeader("Host");
        return request.getScheme() + "://"
                + (host == null ? request.getServerName() + ":" + request.getServerPort() : host);
    }

    private void write(HttpServletResponse response, ODataRequest request, Dispatcher.Outcome outcome)
            throws IOException {
        var answer = outcome.answer();
        UnauthenticatedErrors.commonHeaders(response, request.requestId(), request.clientRequestId());
        answer.headers().forEach(response::setHeader);
        response.setStatus(answer.status());
        tellTime(response, outcome.fault());
        if (outcome.suffers(Fault.Kind.NOT_JSON)) {
            response.getOutputStream().print("<html><body>The service is busy.</body></html>");
            return;
        }
        if (answer.text() != null) {
            response.getOutputStream().print(answer.text());
            return;
        }
        var body = answer.json();
        if (body != null) {
            write(body, output(response, outcome));
        }
    }

    private void tellTime(HttpServletResponse response, @Nullable Fault fault) {
        int ahead = fault != null && fault.kind() == Fault.Kind.WRONG_CLOCK
                ? fault.details().seconds()
                : 0;
        response.setDateHeader("Date", clock.instant().plusSeconds(ahead).toEpochMilli());
    }

    /** Jackson wraps what the connection throws, but only the server knows what to make of that. */
    private static void write(ODataResponse.Body body, OutputStream output) throws IOException {
        try (var json = JSON.createGenerator(output)) {
            body.writeTo(json);
        } catch (JacksonIOException e) {
            throw e.getCause();
        }
    }

    private static OutputStream output(HttpServletResponse response, Dispatcher.Outcome outcome) throws IOException {
        var fault = outcome.fault();
        return fault == null ? response.getOutputStream() : fault.bodyOf(response);
    }
}
