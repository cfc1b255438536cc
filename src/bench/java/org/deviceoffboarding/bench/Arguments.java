package org.deviceoffboarding.bench;

import java.util.List;

/** What stands behind the name of a measurement. */
public record Arguments(List<String> all) {

    public int number(int position, int otherwise) {
        return all.size() > position ? Integer.parseInt(all.get(position).replaceAll("[_,]", "")) : otherwise;
    }

    public String text(int position, String otherwise) {
        return all.size() > position ? all.get(position) : otherwise;
    }

    /** Returns those from a position on. */
    public List<String> from(int position) {
        return all.subList(Math.min(position, all.size()), all.size());
    }
}
