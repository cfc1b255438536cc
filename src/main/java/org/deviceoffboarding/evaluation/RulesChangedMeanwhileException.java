package org.deviceoffboarding.evaluation;

/** Somebody else saved other rules since these were read. Its message is for people. */
public class RulesChangedMeanwhileException extends RuntimeException {

    RulesChangedMeanwhileException() {
        super(
                "Somebody else has changed the thresholds meanwhile. Nothing was saved: open the page again and repeat your change.");
    }
}
