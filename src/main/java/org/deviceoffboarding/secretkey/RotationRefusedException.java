package org.deviceoffboarding.secretkey;

/** The secret key is not replaced, or not by this one. The message is for whoever asked: why, and what to do. Holds no key. */
public class RotationRefusedException extends Exception {

    RotationRefusedException(String sentences) {
        super(sentences);
    }
}
