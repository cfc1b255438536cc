package org.deviceoffboarding.base;

/**
 * Something can't be done before whoever runs the portal has put something right. Its message is sentences for people: why, and what to
 * do. No key, token or other secret is in it.
 */
public class PutRightFirstException extends RuntimeException {

    public PutRightFirstException(String sentences) {
        super(sentences);
    }
}
