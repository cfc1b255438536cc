package org.deviceoffboarding.secretkey;

import org.deviceoffboarding.base.PutRightFirstException;

/** The portal has a key that nothing is encrypted with any more, or that has no part in what is under way. Holds no key. */
public class ReplacedKeyException extends PutRightFirstException {

    ReplacedKeyException(String sentences) {
        super(sentences);
    }
}
