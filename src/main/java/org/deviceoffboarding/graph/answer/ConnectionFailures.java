package org.deviceoffboarding.graph.answer;

import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import javax.net.ssl.SSLException;

/** Words for connections that fail. */
public final class ConnectionFailures {

    private ConnectionFailures() {}

    public static String why(IOException e) {
        return switch (e) {
            case UnknownHostException unknown -> "its host name is unknown";
            case ConnectException refused -> "the connection was refused";
            case SocketTimeoutException timeout -> "it did not answer in time";
            case SSLException tls -> "no secure connection could be made";
            default -> "the connection broke off";
        };
    }
}
