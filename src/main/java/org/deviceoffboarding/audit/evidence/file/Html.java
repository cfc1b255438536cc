package org.deviceoffboarding.audit.evidence.file;

import org.deviceoffboarding.base.InvisibleCharacters;

/** Text in HTML. */
final class Html {

    private Html() {}

    /** Returns text that reads as it is, whatever is in it. */
    static String escaped(String text) {
        StringBuilder escaped = new StringBuilder(text.length() + 16);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '"' -> escaped.append("&quot;");
                default -> escaped.append(c);
            }
        }
        return escaped.toString();
    }

    /** Returns text that reads as it is, and all of which is seen. */
    static String shown(String text) {
        return escaped(InvisibleCharacters.shown(text));
    }

    /** Returns JSON that nothing in can end the element that it stands in: {@code <} only ever is in a text there. */
    static String json(String json) {
        return json.replace("<", "\\u003c");
    }
}
