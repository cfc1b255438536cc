package org.deviceoffboarding.base.ui;

import java.util.List;

/**
 * Tiles that a feature shows on Overview. Declared as a bean; beans with a lower
 * {@link org.springframework.core.annotation.Order} come first.
 */
public interface OverviewTiles {

    /** Returns new tiles with the numbers of now, for the person signed in; may be empty. */
    List<Tile> create();
}
