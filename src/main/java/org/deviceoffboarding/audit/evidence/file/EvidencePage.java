package org.deviceoffboarding.audit.evidence.file;

import org.deviceoffboarding.audit.checkpoint.Checkpoint;

/**
 * What people see of a file of evidence: a page that is complete in itself, runs nothing, and is made of the JSON alone, always the same
 * way, so that whoever has the JSON can tell whether the page says anything else. Therefore the page of a format stays as it is: to change
 * it is to make another format, beside it. The JSON stands in it in parts, each before what is shown of it.
 */
abstract class EvidencePage {

    static final String JSON_BEGINS = "<script type=\"application/json\">";
    static final String JSON_ENDS = "</script>\n";
    static final String ROW = "<tr>" + JSON_BEGINS;
    static final String NO_MORE_ROWS = "</tbody>\n</table>\n" + JSON_BEGINS;

    static final String LAST = "</body>\n</html>\n";

    static final String BEGIN = "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n";

    /** Returns what stands before the JSON of the head, with how that begins. */
    abstract String open();

    /** Returns what is shown above the entries. */
    abstract String head(EvidenceHead head, Checkpoint checkpoint);

    /** Returns an entry's row, behind its JSON. */
    abstract String row(EvidenceEntry entry);

    /** Returns what is shown below the entries. */
    abstract String end(EvidenceEnd end, long entries);
}
