package org.deviceoffboarding.graph;

import java.io.IOException;
import okhttp3.Interceptor;
import okhttp3.Response;

/** Hides the challenge of a 401 from the SDK, which would answer it by sending the same token again. */
final class ChallengeForUs implements Interceptor {

    static final String HEADER = "X-Portal-Challenge";

    private static final String CHALLENGE = "WWW-Authenticate";

    @Override
    public Response intercept(Chain chain) throws IOException {
        Response response = chain.proceed(chain.request());
        return response.newBuilder()
                .removeHeader(CHALLENGE)
                .header(HEADER, String.join(", ", response.headers(CHALLENGE)))
                .build();
    }
}
