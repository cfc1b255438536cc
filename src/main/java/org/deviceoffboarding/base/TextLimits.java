package org.deviceoffboarding.base;

/** How long texts may be. Fields say so while people type; services hold it, whoever asks them, and so does the database. */
public final class TextLimits {

    /** Why something is asked for, excepted or lifted. It stays in the audit log. */
    public static final int REASON = 500;

    /** A note beside a decision or a status. */
    public static final int NOTE = 2_000;

    /** What is searched for; nothing that is searched is longer. */
    public static final int SEARCH = 500;

    /** A file's name, as a person's computer calls it. */
    public static final int FILE_NAME = 255;

    private TextLimits() {}

    /** Returns the text, or the beginning of one that is longer, which never ends with half a character. */
    public static String cut(String text, int longest) {
        if (text.length() <= longest) {
            return text;
        }
        boolean within = longest > 0 && Character.isHighSurrogate(text.charAt(longest - 1));
        return text.substring(0, within ? longest - 1 : longest);
    }

    /** Returns the text, or the beginning of one that is longer, which ends with an ellipsis; no longer than that with it. */
    public static String shorten(String text, int longest) {
        if (text.length() <= longest) {
            return text;
        }
        return cut(text, longest - 1) + "…";
    }
}
