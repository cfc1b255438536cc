package org.deviceoffboarding;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A part of a document in {@code src/docs} that is made from the code. It stands between two comments that name it; what
 * is around it is written by hand. A test holds it to the code, and rewrites it where {@code -Ddocs.write=true} asks for
 * that.
 *
 * @param document file name
 * @param name as its comments have it
 */
public record GeneratedPart(String document, String name) {

    private static final Path DOCS = Path.of("src", "docs");

    /** @param lines what the code says */
    public void mustSay(List<String> lines) {
        String text = read();
        String wanted = text.substring(0, begin(text)) + "\n\n" + String.join("\n", lines) + "\n\n"
                + text.substring(text.indexOf(end(), begin(text)));
        if (Boolean.getBoolean("docs.write")) {
            write(wanted);
        } else {
            assertThat(text)
                    .as(
                            "The part '%s' of %s is made from the code, which has changed. Rewrite it by"
                                    + " mvn test -Dtest='*DocumentTest' -Ddocs.write=true, and commit it.",
                            name, file())
                    .isEqualTo(wanted);
        }
    }

    private int begin(String text) {
        String comment = "<!-- generated: " + name + " -->";
        assertThat(text).as(file() + " names the part once").containsOnlyOnce(comment);
        int begin = text.indexOf(comment) + comment.length();
        assertThat(text.substring(begin)).as("The part " + name + " ends").contains(end());
        return begin;
    }

    private String end() {
        return "<!-- end of " + name + " -->";
    }

    private Path file() {
        return DOCS.resolve(document);
    }

    private String read() {
        try {
            return Files.readString(file());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void write(String text) {
        try {
            Files.writeString(file(), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
