package org.deviceoffboarding.secretkey;

/** The portal has a key that nothing is encrypted with any more, or that has no part in what is under way. Holds no key. */
public class ReplacedKeyException extends RuntimeException {

    ReplacedKeyException(String sentences) {
        super(sentences);
    }
}
