package org.deviceoffboarding.audit.judged;

/**
 * Where rows are read that are judged. Their table numbers itself by a column {@code id}.
 *
 * @param columns what is read of a row
 * @param from the table, called {@code judged}, and what is joined to it
 */
public record JudgedTable(String name, String columns, String from) {

    String version() {
        return "select xmin::text from " + name + " where id = :id";
    }

    /** A transaction may store before another and commit after it: a few of the last are asked for once more. */
    String behind() {
        return rows() + " where judged.id > :after and judged.id <> all(:but) order by judged.id limit :most";
    }

    String newest() {
        return rows() + " where judged.id > :after order by judged.id desc limit :most";
    }

    private String rows() {
        return "select judged.id as judged_id, judged.xmin::text as judged_version, " + columns + " from " + from;
    }
}
