package org.deviceoffboarding.base.ui.search;

/** What a feature has that can be found. Declared as a bean; beans with a lower {@link org.springframework.core.annotation.Order} stand higher. */
public interface SearchSource {

    /**
     * Finds what the person signed in may see.
     *
     * @param text not blank, without spaces around it
     * @param most how many to return at most, the likeliest first
     */
    Findings find(String text, int most);
}
