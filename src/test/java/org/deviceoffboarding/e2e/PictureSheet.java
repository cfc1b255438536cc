package org.deviceoffboarding.e2e;

import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.springframework.web.util.HtmlUtils;

/** Lays pictures out as one page to look at: a row for each scene, a column for each look, and below what was found. */
final class PictureSheet {

    private static final String STYLE = """
            :root { color-scheme: light dark; --ground: light-dark(#f3f4f6, #15171b); --card: light-dark(#fff, #1f2228);
              --ink: light-dark(#1b1f27, #e8eaee); --dim: light-dark(#5b6472, #a2a9b6); --line: light-dark(#dcdfe5, #363b44);
              --bad: light-dark(#b3261e, #ff8a80); --accent: light-dark(#0b57d0, #8ab4f8); }
            * { box-sizing: border-box; }
            body { background: var(--ground); color: var(--ink); display: grid; font: 14px/1.45 system-ui, sans-serif;
              grid-template-columns: 270px minmax(0, 1fr); margin: 0; }
            nav { border-right: 1px solid var(--line); height: 100vh; overflow: auto; padding: 20px; position: sticky; top: 0; }
            nav h2 { font-size: 12px; letter-spacing: .04em; margin: 18px 0 4px; text-transform: uppercase; }
            nav ol { list-style: none; margin: 0; padding: 0; }
            nav a { color: inherit; display: block; padding: 2px 0; text-decoration: none; }
            nav a:hover { color: var(--accent); text-decoration: underline; }
            .failed::before { color: var(--bad); content: "● "; }
            main { padding: 20px 28px; }
            h1 { font-size: 20px; margin: 0 0 4px; }
            main > h2 { font-size: 18px; margin: 36px 0 12px; }
            section { background: var(--card); border: 1px solid var(--line); border-radius: 10px; margin: 0 0 18px;
              padding: 14px 16px; scroll-margin-top: 12px; }
            h3 { font-size: 15px; margin: 0; }
            .dim { color: var(--dim); margin: 0; overflow-wrap: anywhere; }
            .looks { align-items: start; display: grid; gap: 14px; grid-template-columns: 3fr 3fr 1.1fr 1.1fr;
              margin: 10px 0; }
            figure { margin: 0; min-width: 0; }
            figcaption { color: var(--dim); font-size: 12px; }
            img { border: 1px solid var(--line); border-radius: 6px; display: block; height: 300px; object-fit: cover;
              object-position: top; width: 100%; }
            .wrong { color: var(--bad); }
            ul { margin: 6px 0 0; overflow-wrap: anywhere; padding-left: 20px; }
            @media (max-width: 900px) { body { display: block; } nav { height: auto; position: static; } }
            """;

    private final List<Picture> pictures;
    private final AcceptedUndecided accepted;

    PictureSheet(List<Picture> pictures, AcceptedUndecided accepted) {
        this.pictures = pictures;
        this.accepted = accepted;
    }

    /** Writes {@code index.html} beside the pictures. */
    void write() {
        String html = """
                <!doctype html>
                <html lang="en">
                <head>
                <meta charset="utf-8">
                <meta name="viewport" content="width=device-width">
                <title>Pictures of the Device Offboarding Portal</title>
                <style>
                %s</style>
                </head>
                <body>
                <nav aria-label="Contents">%s</nav>
                <main>
                <h1>Pictures of the Device Offboarding Portal</h1>
                <p class="dim">%s</p>
                %s
                </main>
                </body>
                </html>
                """.formatted(STYLE, each(this::contents), summary(), each(this::rows));
        try {
            Files.writeString(Album.FOLDER.resolve("index.html"), html);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String summary() {
        long wrong = Arrays.stream(Scene.values()).filter(this::failed).count();
        return "%d pictures of %d scenes. %s. A red dot marks those where something is wrong."
                .formatted(
                        pictures.size(),
                        pictures.stream().map(Picture::scene).distinct().count(),
                        wrong == 0 ? "Nothing is wrong" : "Something is wrong in " + wrong);
    }

    private static String each(Function<Chapter, String> part) {
        return Arrays.stream(Chapter.values()).map(part).collect(joining("\n"));
    }

    private String contents(Chapter chapter) {
        return "<h2>%s</h2><ol>%s</ol>"
                .formatted(
                        text(chapter.title()),
                        chapter.scenes().stream()
                                .map(scene -> "<li><a href=\"#%s\"%s>%s</a></li>"
                                        .formatted(
                                                scene.key(),
                                                failed(scene) ? " class=\"failed\"" : "",
                                                text(scene.title())))
                                .collect(joining()));
    }

    private String rows(Chapter chapter) {
        return "<h2>%s</h2>\n%s"
                .formatted(
                        text(chapter.title()),
                        chapter.scenes().stream().map(this::row).collect(joining("\n")));
    }

    private String row(Scene scene) {
        List<Picture> taken =
                of(scene).sorted(Comparator.comparing(Picture::look)).toList();
        return """
                <section id="%s"><h3%s>%s</h3><p class="dim">%s</p>
                <div class="looks">%s</div>%s</section>""".formatted(
                scene.key(),
                failed(scene) ? " class=\"failed\"" : "",
                text(scene.title()),
                text(Stream.concat(Stream.of(scene.shows()), taken.stream().map(Picture::address))
                        .filter(part -> !part.isEmpty())
                        .distinct()
                        .collect(joining(" · "))),
                taken.stream().map(this::figure).collect(joining()),
                list(taken));
    }

    private String figure(Picture picture) {
        String look = picture.look().suffix().replace('-', ' ');
        return "<figure><a href=\"%1$s\"><img src=\"%1$s\" loading=\"lazy\" alt=\"%2$s, %3$s\"></a><figcaption>%3$s</figcaption></figure>"
                .formatted(picture.file(), text(picture.scene().title()), look);
    }

    /** What is wrong, and what a person decided about, in whichever looks. */
    private String list(List<Picture> taken) {
        String lines = Stream.concat(
                        taken.stream().flatMap(this::wrong).map(line -> "<li class=\"wrong\">" + text(line) + "</li>"),
                        taken.stream()
                                .flatMap(picture -> picture.undecided().stream())
                                .filter(accepted::accepts)
                                .map(undecided -> "<li>"
                                        + text(undecided.rule() + ", " + undecided.kind() + ": "
                                                + accepted.reason(undecided))
                                        + "</li>"))
                .distinct()
                .collect(joining());
        return lines.isEmpty()
                ? ""
                : "<details%s><summary>What axe and the browser say</summary><ul>%s</ul></details>"
                        .formatted(
                                taken.stream()
                                                .anyMatch(picture ->
                                                        wrong(picture).findAny().isPresent())
                                        ? " open"
                                        : "",
                                lines);
    }

    /** Returns what fails, a line each. */
    Stream<String> wrong(Picture picture) {
        return Stream.concat(
                        picture.wrong().stream(),
                        picture.undecided().stream()
                                .filter(undecided -> !accepted.accepts(undecided))
                                .map(Undecided::toString))
                .map(line -> picture.look().suffix() + ": " + line);
    }

    private boolean failed(Scene scene) {
        return of(scene).findAny().isEmpty()
                || of(scene).flatMap(this::wrong).findAny().isPresent();
    }

    private Stream<Picture> of(Scene scene) {
        return pictures.stream().filter(picture -> picture.scene() == scene);
    }

    private static String text(String text) {
        return HtmlUtils.htmlEscape(text);
    }
}
