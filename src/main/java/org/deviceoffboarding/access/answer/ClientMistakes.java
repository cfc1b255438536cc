package org.deviceoffboarding.access.answer;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;

/** Tells faults of whoever sent a request, or left before it was answered, from the portal's own. */
final class ClientMistakes {

    /** By their names, since some are another's own. */
    private static final Set<String> THROWN = Set.of(
            "org.apache.catalina.connector.ClientAbortException",
            "org.apache.coyote.BadRequestException",
            "org.apache.coyote.CloseNowException",
            "org.apache.tomcat.util.http.InvalidParameterException",
            "org.springframework.web.context.request.async.AsyncRequestNotUsableException",
            "org.springframework.web.multipart.MultipartException",
            "org.springframework.security.web.firewall.RequestRejectedException",
            "com.vaadin.flow.internal.JsonDecodingException");

    /** What answers of a sign-in lack that was never begun here. */
    private static final Set<String> NEVER_BEGUN =
            Set.of("authorization_request_not_found", "invalid_request", "client_registration_not_found");

    /** What reads requests: a fault that begins there is the request's. Not what takes up lines: it fails for want of files. */
    private static final String[] READERS = {
        "org.apache.coyote.",
        "org.apache.tomcat.util.buf.",
        "org.apache.tomcat.util.http.",
        "org.apache.tomcat.util.net.NioEndpoint$NioSocketWrapper",
        "org.apache.tomcat.util.net.SecureNioChannel",
        "org.apache.catalina.connector.",
        "com.vaadin.flow.server.communication.ServerRpcHandler",
        "com.vaadin.flow.server.communication.rpc."
    };

    /** What readers call. */
    private static final String[] HELPERS = {"java.", "jdk.", "sun.", "tools.jackson.", "com.vaadin.flow.internal."};

    private static final int MOST_CAUSES = 10;

    private ClientMistakes() {}

    /** Returns whether it, or what caused it, is a fault of the request. */
    static boolean isOne(@Nullable Throwable fault) {
        Throwable cause = fault;
        for (int depth = 0; cause != null && depth < MOST_CAUSES; depth++) {
            if (isOneItself(cause)) {
                return true;
            }
            cause = cause.getCause();
        }
        return false;
    }

    private static boolean isOneItself(Throwable fault) {
        return switch (fault) {
            case RequestTooLargeException large -> true;
            case OAuth2AuthenticationException signIn ->
                NEVER_BEGUN.contains(signIn.getError().getErrorCode());
            default -> THROWN.contains(fault.getClass().getName()) || beganInReader(fault);
        };
    }

    private static boolean beganInReader(Throwable fault) {
        for (StackTraceElement frame : fault.getStackTrace()) {
            if (!startsWithAny(frame.getClassName(), HELPERS)) {
                return startsWithAny(frame.getClassName(), READERS);
            }
        }
        return false;
    }

    private static boolean startsWithAny(String name, String[] prefixes) {
        for (String prefix : prefixes) {
            if (name.startsWith(prefix)) {
                return true;
            }
        }
        return false;
    }
}
