package org.deviceoffboarding.e2e;

/**
 * Something that axe-core could not decide about, so that a person has to.
 *
 * @param page where, without the IDs in its address
 * @param rule of axe-core
 * @param kind why it could not decide, as axe-core names it, and about which kind of element
 * @param target how to find the element in the page that was looked at
 * @param reason in axe-core's words
 */
record Undecided(String page, String rule, String kind, String target, String reason) {

    /** Returns the line that accepts it, but for the reason to do so. */
    String line() {
        return page + " | " + rule + " | " + kind;
    }

    /** Returns whether something lies over a part of it, as while the page still grows. */
    boolean liesUnderSomething() {
        return kind.startsWith("elmPartiallyObscured ");
    }

    @Override
    public String toString() {
        return "undecided: " + line() + " (" + target + ": " + reason + ")";
    }
}
